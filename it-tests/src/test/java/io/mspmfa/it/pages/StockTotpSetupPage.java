// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.phone.OtpAuth;
import io.mspmfa.it.phone.Phone;

/** Keycloak's own page for setting up an authenticator app. */
public final class StockTotpSetupPage extends Screen {

    public static final String ID = "login-login-config-totp";

    public StockTotpSetupPage(Device device) {
        super(device, ID);
    }

    public Phone scan() {
        return Phone.scan(
                OtpAuth.parse(QrReader.read(find("#kc-totp-secret-qr-code").screenshot())),
                device().tenant().clock());
    }

    public Device submit(String code, String label) {
        find("#userLabel").fill(label);
        find("#totp").fill(code);
        return enter("totp");
    }
}
