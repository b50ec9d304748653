// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import java.util.List;

/** Setting up: asks for the codes that the app shows. */
public final class VerifyTotpPage extends Screen {

    public static final String ID = "login-msp-mfa-verify-totp";

    public VerifyTotpPage(Device device) {
        super(device, ID);
    }

    public Device submit(List<String> codes) {
        return submit(codes.get(0), codes.get(1));
    }

    public Device submit(String otp1, String otp2) {
        find("#otp2").fill(otp2);
        return submit(otp1);
    }

    public Device submit(String otp1) {
        find("#otp1").fill(otp1);
        return press("verify");
    }

    public boolean asksForTwo() {
        return find("#otp2").count() > 0;
    }

    public VerifyTotpPage label(String name) {
        find("#userLabel").fill(name);
        return this;
    }

    /** Asserts the error at either of the codes. */
    public void expectError(String... possibleKeys) {
        expectErrorAt(errorAt("otp1").isEmpty() ? "otp2" : "otp1", possibleKeys);
    }

    public Device backToQr() {
        return press("back");
    }
}
