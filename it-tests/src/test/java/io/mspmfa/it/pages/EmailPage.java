// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** The enrolment asks for a code that was sent to the user's address. */
public final class EmailPage extends Screen {

    public static final String ID = "login-msp-mfa-email";

    public EmailPage(Device device) {
        super(device, ID);
    }

    /** Types a code, which is submitted automatically. */
    public Device submit(String code) {
        Navigation.load(device().page(), () -> find("#code").fill(code));
        return device();
    }
}
