// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.smscodes;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.sms.SmsTexts;
import io.mspmfa.providers.codes.CodeChannel;
import io.mspmfa.providers.codes.CodeLetter;
import io.mspmfa.providers.codes.NotDeliveredException;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.language.OneLine;
import io.mspmfa.providers.language.OrganisationName;
import io.mspmfa.providers.language.TextLanguage;
import io.mspmfa.providers.phones.PhoneNumber;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.sms.SmsGateways;
import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.SmsNotSentException;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Codes by text message, through the gateway of the server. */
public final class SmsChannel extends CodeChannel {
    private static final String TEXT = "mspMfaSmsText";

    private static final int DIGITS = 6;

    /** With our texts and a host of usual length, the message stays within 160 characters. */
    private static final int LONGEST_NAME = 30;

    private SmsChannel(KeycloakSession session) {
        super(session, SmsFactor.INSTANCE, DIGITS);
    }

    /** The channel as this server is configured. */
    public static SmsChannel of(KeycloakSession session) {
        return new SmsChannel(session);
    }

    @Override
    public void deliver(KeycloakSession session, RealmModel realm, UserModel user, CodeLetter letter) {
        if (!SmsCredentialProviderFactory.served(session).include(new PhoneNumber(letter.target()))) {
            throw new NotDeliveredException("the server sends nothing to numbers of this kind or country");
        }
        Policy policy = UserPolicies.of(session, realm, user);
        String sender = policy.get(PolicyField.SMS_SENDER);
        String ofReseller = policy.get(PolicyField.SMS_TEXT);
        String text = ofReseller.isEmpty() ? ourText(session, realm, user) : ofReseller;
        SmsMessage message =
                new SmsMessage(letter.target(), new SmsWording(text).of(letter), sender.isEmpty() ? null : sender);
        try {
            SmsGateways.find(session)
                    .orElseThrow(() -> new NotDeliveredException("the server has no gateway for text messages"))
                    .send(message);
        } catch (SmsNotSentException e) {
            throw new NotDeliveredException(String.valueOf(e.getMessage()));
        }
    }

    /** In the language of the user. */
    private static String ourText(KeycloakSession session, RealmModel realm, UserModel user) {
        Locale language = TextLanguage.of(session, realm, user, Theme.Type.LOGIN);
        String organisation = OneLine.of(OrganisationName.of(session, realm, user, Theme.Type.LOGIN), LONGEST_NAME);
        try {
            String pattern = session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getEnhancedMessages(realm, language)
                    .getProperty(TEXT);
            return new MessageFormat(pattern, language).format(new Object[] {SmsTexts.CODE, organisation});
        } catch (IOException e) {
            throw new NotDeliveredException("the theme has no text for a message");
        }
    }
}
