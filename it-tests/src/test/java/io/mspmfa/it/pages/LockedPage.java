// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Says that too many wrong codes have ended the login. */
public final class LockedPage extends Screen {

    public static final String ID = "login-msp-mfa-locked";

    public LockedPage(Device device) {
        super(device, ID);
    }

    public Device restart() {
        assertThat(find("#msp-mfa-restart").count()).as("links to start again").isOne();
        Navigation.clickAndLoad(device().page(), find("#msp-mfa-restart"));
        return device();
    }

    public boolean hasForm() {
        return find("#msp-mfa-form").count() > 0;
    }
}
