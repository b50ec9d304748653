// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;

/** The app after the login, with what it received. */
public final class AppPage extends Screen {

    public static final String ID = "app";

    public AppPage(Device device) {
        super(device, ID);
    }

    public TokenResult result() {
        return TestApp.result(find("#state").innerText().strip());
    }
}
