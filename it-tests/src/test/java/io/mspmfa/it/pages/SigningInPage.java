// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** "Signing in" in Keycloak's account console. */
public final class SigningInPage {

    private final Device device;

    public SigningInPage(Device device) {
        this.device = device;
        Navigation.untilVisible(
                device.page().locator("[data-testid='page-heading'], h1").first());
        Navigation.untilVisible(device.page()
                .locator("[data-testid*='credential-list'], [data-testid$='/help-text']")
                .first());
    }

    public String text() {
        return device.page().innerText("main");
    }
}
