// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Our page that asks for a security key or passkey. */
public final class KeyPage extends Screen {

    public static final String ID = "login-msp-mfa-webauthn";

    public KeyPage(Device device) {
        super(device, ID);
    }

    /** Makes the browser ask the key, which confirms automatically. */
    public Device touch() {
        Navigation.clickAndLoad(device().page(), find("#authenticateWebAuthnButton"));
        return device();
    }

    /** Does the same as Keycloak's script when the user closes the browser's prompt. */
    public Device closePrompt() {
        return send("document.getElementById('error').value = 'NotAllowedError: closed by the user';");
    }

    /** Sends a response that no key has signed. */
    public Device forge(String credentialId) {
        return send("for (const name of ['clientDataJSON', 'authenticatorData', 'signature'])"
                + " document.getElementById(name).value = 'e30';"
                + " document.getElementById('credentialId').value = '" + credentialId + "';");
    }

    /** The id of a key that the page asks for. */
    public String credentialId() {
        return find("#authn_select input").first().inputValue();
    }

    public boolean offers(String method) {
        return find("[name=use][value='" + method + "']").count() > 0;
    }

    public Device use(String method) {
        return press("use", method);
    }

    private Device send(String script) {
        Navigation.load(
                device().page(),
                () -> device().page().evaluate(script + " document.getElementById('webauth').requestSubmit();"));
        return device();
    }
}
