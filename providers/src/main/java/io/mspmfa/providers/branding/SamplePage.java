// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.providers.totp.NewTotp;
import io.mspmfa.providers.totp.QrCode;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;

/** The pages of a preview, with nobody's data. */
enum SamplePage {
    SIGN_IN("sign-in", "doLogIn", "login.ftl"),
    CHALLENGE("challenge", "mspMfaChallengeTitle", "msp-mfa-challenge.ftl") {
        @Override
        Map<String, Object> model(String issuer, String appName) {
            return Map.of("issuer", issuer, "appName", appName, "digits", 6, "others", List.of("backup-code"));
        }
    },
    SET_UP("set-up", "mspMfaTotpTitle", "msp-mfa-totp.ftl") {
        @Override
        Map<String, Object> model(String issuer, String appName) {
            NewTotp secret = NewTotp.generate(RANDOM);
            return Map.of(
                    "issuer",
                    issuer,
                    "appName",
                    appName,
                    "account",
                    ACCOUNT,
                    "generated",
                    true,
                    "qr",
                    new QrCode(appName, ACCOUNT, secret).dataUri(),
                    "key",
                    secret.base32());
        }
    },
    BACKUP_CODES("backup-codes", "mspMfaBackupCodesTitle", "msp-mfa-backup-codes.ftl") {
        @Override
        Map<String, Object> model(String issuer, String appName) {
            return Map.of("issuer", issuer, "account", ACCOUNT, "codes", List.of("AAAA-1111", "BBBB-2222"));
        }
    };

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ACCOUNT = "alex@example.com";

    private final String word;
    private final String title;
    private final String template;

    SamplePage(String word, String title, String template) {
        this.word = word;
        this.title = title;
        this.template = template;
    }

    static SamplePage named(String word) {
        return Arrays.stream(values())
                .filter(page -> page.word.equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Its name in addresses. */
    String word() {
        return word;
    }

    /** The key of its title. */
    String title() {
        return title;
    }

    Map<String, Object> model(String issuer, String appName) {
        return Map.of("issuer", issuer);
    }

    Response show(LoginFormsProvider forms, RealmModel realm, Brand brand) {
        String issuer = BrandTitle.tenant(realm);
        return forms.setAttribute("mspMfa", model(issuer, AppName.of(brand, issuer)))
                .setAttribute("login", Map.of())
                .setActionUri(URI.create("#"))
                .createForm(template);
    }
}
