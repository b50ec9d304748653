// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.microsoft.playwright.Page;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our page on which a security key or passkey is registered. */
public final class KeySetUpPage extends Screen {

    public static final String ID = "login-msp-mfa-webauthn-setup";

    private static final List<String> ANSWER = List.of("clientDataJSON", "attestationObject", "publicKeyCredentialId");

    public KeySetUpPage(Device device) {
        super(device, ID);
    }

    /** Makes the browser register the key, which confirms automatically. */
    public Device touch() {
        Navigation.clickAndLoad(device().page(), find("#registerWebAuthn"));
        return device();
    }

    public KeySetUpPage name(String name) {
        find("#userLabel").fill(name);
        return this;
    }

    /** Does the same as Keycloak's script when the user closes the browser's prompt. */
    public Device closePrompt() {
        return send("document.getElementById('error').value = 'NotAllowedError: closed by the user';");
    }

    /** What the key answers; nothing is sent. */
    public Map<String, String> answer() {
        Page page = device().page();
        page.evaluate("HTMLFormElement.prototype.requestSubmit = () => {}");
        find("#registerWebAuthn").click();
        page.waitForFunction("document.getElementById('publicKeyCredentialId').value !== ''");
        return ANSWER.stream()
                .collect(Collectors.toMap(name -> name, name -> find("#" + name).inputValue()));
    }

    /** Sends an answer. */
    public Device send(Map<String, String> answer) {
        return send(answer.entrySet().stream()
                .map(field -> "document.getElementById('" + field.getKey() + "').value = '" + field.getValue() + "';")
                .collect(Collectors.joining()));
    }

    public Device turnTo(String kind) {
        return press("kind", kind);
    }

    public boolean offers(String kind) {
        return find("[name=kind][value='" + kind + "']").count() > 0;
    }

    private Device send(String script) {
        Navigation.load(
                device().page(),
                () -> device().page().evaluate(script + " document.getElementById('register').submit();"));
        return device();
    }
}
