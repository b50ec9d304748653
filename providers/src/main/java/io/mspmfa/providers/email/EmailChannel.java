// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.email;

import io.mspmfa.core.codes.SentCode;
import io.mspmfa.providers.codes.CodeChannel;
import io.mspmfa.providers.codes.CodeLetter;
import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.language.OneLine;
import io.mspmfa.providers.language.OrganisationName;
import io.mspmfa.providers.mails.MailBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Codes by e-mail, through the mail server of the realm. */
public final class EmailChannel extends CodeChannel {
    private static final String TEMPLATE = "msp-mfa-code.ftl";
    private static final String SUBJECT = "mspMfaMailCodeSubject";
    private static final String MODEL = "mspMfa";

    /** More than for a text message, because mailboxes are easier to get at (R13). */
    private static final int DIGITS = 8;

    private static final int LONGEST_NAME = 100;

    private EmailChannel(KeycloakSession session) {
        super(session, EmailFactor.INSTANCE, DIGITS);
    }

    /** The channel as this server is configured. */
    public static EmailChannel of(KeycloakSession session) {
        return new EmailChannel(session);
    }

    @Override
    public void deliver(KeycloakSession session, RealmModel realm, UserModel user, CodeLetter letter) {
        String organisation = OneLine.of(OrganisationName.of(session, realm, user, Theme.Type.EMAIL), LONGEST_NAME);
        Map<String, Object> model = Map.of(
                "organisation",
                organisation,
                "code",
                letter.code(),
                "minutes",
                TimeUnit.SECONDS.toMinutes(SentCode.LIFETIME_SECONDS),
                "host",
                letter.host());
        Map<String, Object> attributes = new HashMap<>(Map.of(MODEL, model));
        MailBase.put(attributes, letter.base());
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(SUBJECT, List.of(organisation), TEMPLATE, attributes, letter.target());
        } catch (EmailException e) {
            throw new CompletionException(e);
        }
    }
}
