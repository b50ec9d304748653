// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Asks for a backup code at login. */
public final class BackupCodePage extends Screen {

    public static final String ID = "login-msp-mfa-backup-code";

    public BackupCodePage(Device device) {
        super(device, ID);
    }

    public Device submit(String code) {
        find("#backupCode").fill(code);
        return enter("backupCode");
    }

    public boolean saysToWait() {
        return find("#msp-mfa-wait").count() > 0 && find("#msp-mfa-wait").isVisible();
    }

    public Device useApp() {
        return press("use", "totp");
    }
}
