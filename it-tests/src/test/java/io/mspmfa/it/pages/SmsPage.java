// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** The enrolment asks for a phone number, and then for the code that was sent to it. */
public final class SmsPage extends Screen {

    public static final String ID = "login-msp-mfa-sms";

    public SmsPage(Device device) {
        super(device, ID);
    }

    /** Types a number. */
    public Device enterNumber(String number) {
        find("#phoneNumber").fill(number);
        return press("next");
    }

    /** What is in the field for the number. */
    public String number() {
        return find("#phoneNumber").inputValue();
    }

    public boolean asksForNumber() {
        return find("#phoneNumber").count() > 0;
    }

    /** Types a code, which is submitted automatically. */
    public Device submit(String code) {
        Navigation.load(device().page(), () -> find("#code").fill(code));
        return device();
    }

    /** Returns to the number. */
    public Device changeNumber() {
        return press("back");
    }
}
