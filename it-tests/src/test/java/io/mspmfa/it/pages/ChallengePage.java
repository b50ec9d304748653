// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.microsoft.playwright.Locator;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Asks for the code at login. */
public final class ChallengePage extends Screen {

    public static final String ID = "login-msp-mfa-challenge";

    public ChallengePage(Device device) {
        super(device, ID);
    }

    /** Types a code. Once complete, it is submitted automatically if scripts run and there is no waiting time. */
    public Device submit(String code) {
        boolean goesOffByItself = device().look().javaScript()
                && code.matches("[0-9]{" + field("data-msp-mfa-digits") + "}")
                && !saysToWait();
        Navigation.load(device().page(), () -> {
            find("#code").fill(code);
            if (!goesOffByItself) {
                find("#code").press("Enter");
            }
        });
        return device();
    }

    /** Ticks the box that trusts this device. */
    public ChallengePage trust() {
        find("#rememberDevice").check();
        return this;
    }

    public boolean saysToWait() {
        Locator wait = find("#msp-mfa-wait");
        return wait.count() > 0 && wait.isVisible();
    }

    public Device useBackupCode() {
        return press("use", "backup-code");
    }

    public Device use(String method) {
        return press("use", method);
    }

    public boolean offersBackupCode() {
        return find("[name=use][value='backup-code']").count() > 0;
    }

    /** An attribute of the field. */
    public String field(String attribute) {
        return find("#code").getAttribute(attribute);
    }
}
