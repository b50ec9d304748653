// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows the backup codes, once. */
public final class BackupCodesPage extends Screen {

    public static final String ID = "login-msp-mfa-backup-codes";

    public BackupCodesPage(Device device) {
        super(device, ID);
    }

    /** Empty if they have been shown before. */
    public List<String> codes() {
        return find("#msp-mfa-codes li").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /** Reads the codes, confirms that they are saved and continues. */
    public List<String> save() {
        List<String> codes = codes();
        tickSaved();
        next();
        return codes;
    }

    public void tickSaved() {
        find("#saved").check();
    }

    public Device next() {
        return press("next");
    }

    /** Requests a new set, if the codes have been shown before. */
    public Device renew() {
        return press("renew");
    }

    public boolean canRenew() {
        return find("[name=renew]").count() > 0;
    }

    /** Continues as a browser without the page's own check would: the server has to refuse. */
    public Device nextUnchecked() {
        // the form's own submit(), without checks by the browser or the page's script
        Navigation.load(
                device().page(),
                () -> find("#saved").evaluate("box => HTMLFormElement.prototype.submit.call(box.form)"));
        return device();
    }

    /** The content of the download link. */
    public String file() {
        String uri = find("#msp-mfa-download").getAttribute("href");
        return URLDecoder.decode(uri.substring(uri.indexOf(',') + 1), StandardCharsets.UTF_8);
    }
}
