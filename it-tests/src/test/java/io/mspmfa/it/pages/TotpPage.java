// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.phone.OtpAuth;
import io.mspmfa.it.phone.Phone;
import java.net.URI;
import java.util.List;

/** Setting up: the QR code. */
public final class TotpPage extends Screen {

    public static final String ID = "login-msp-mfa-totp";

    public TotpPage(Device device) {
        super(device, ID);
    }

    /** What a camera reads from the picture on the screen. */
    public OtpAuth qr() {
        return OtpAuth.parse(QrReader.read(CloseUp.of(device().page(), find("#msp-mfa-qr"))));
    }

    /** A phone that has scanned the picture. */
    public Phone scan() {
        return Phone.scan(qr(), device().tenant().clock());
    }

    public boolean hasQr() {
        return find("#msp-mfa-qr").count() > 0;
    }

    public boolean keyIsVisible() {
        return find("#msp-mfa-key").isVisible();
    }

    /** The key as displayed, in groups. */
    public String key() {
        return find("#msp-mfa-key").innerText().strip();
    }

    public void clickQr() {
        find("#msp-mfa-reveal").click();
    }

    public void pressOnQr(String key) {
        find("#msp-mfa-reveal").press(key);
    }

    public String timer() {
        return find("#msp-mfa-timer").innerText().strip();
    }

    public String timerRole() {
        return find("#msp-mfa-timer").getAttribute("role");
    }

    /** The address to which the page moves on when the code expires. */
    public URI refreshUri() {
        return URI.create(device().page().url())
                .resolve(find("[data-msp-mfa-timer]").getAttribute("data-url"));
    }

    public Device next() {
        return press("next");
    }

    /** Whether the fields for the codes are below the QR code. */
    public boolean asksForCodes() {
        return find("#otp1").count() > 0;
    }

    /** Enters both codes below the QR code. */
    public Device verify(List<String> codes) {
        find("#otp1").fill(codes.get(0));
        find("#otp2").fill(codes.get(1));
        return press("verify");
    }

    public Device generate() {
        return press("generate");
    }
}
