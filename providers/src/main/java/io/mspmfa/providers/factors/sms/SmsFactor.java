// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.sms;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.sentcodes.SentCodeFactor;
import io.mspmfa.providers.phones.PhoneNumber;
import io.mspmfa.providers.phones.PhoneOwners;
import io.mspmfa.providers.sms.SmsGateways;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Codes that are sent to a phone number, which its owner has proved (R18). A user has one. */
public final class SmsFactor extends SentCodeFactor {
    /** The only instance. */
    public static final SmsFactor INSTANCE = new SmsFactor();

    /** The credential type. */
    public static final String TYPE = "msp-sms";

    /** The name in proofs and events. */
    public static final String WORD = Method.SMS.json();

    private SmsFactor() {
        super(Method.SMS, TYPE);
    }

    /** If the server has a gateway, and the policy allows any kind of number. */
    @Override
    public boolean isSetUpAtLogin(KeycloakSession session, RealmModel realm, Policy policy) {
        return canSend(session) && !policy.get(PolicyField.SMS_TYPES).isEmpty();
    }

    /** Whether the server has a gateway, without which nothing is sent. */
    public boolean canSend(KeycloakSession session) {
        return SmsGateways.isReady(session.getKeycloakSessionFactory());
    }

    /** The number that codes are sent to; empty if the user has none, or if it can't be read. */
    public Optional<PhoneNumber> number(UserModel user) {
        return usable(user).findFirst().flatMap(this::number);
    }

    /** The number of a credential; empty if it can't be read. */
    public Optional<PhoneNumber> number(CredentialModel stored) {
        return ProvenNumber.read(stored.getSecretData());
    }

    /**
     * Stores the number that a user has proved, in place of one proved before.
     *
     * @param nowMillis since the epoch
     * @return the credential as it is stored, with its id
     */
    public CredentialModel store(
            KeycloakSession session, RealmModel realm, UserModel user, PhoneNumber number, long nowMillis) {
        CredentialModel credential = new CredentialModel();
        credential.setSecretData(ProvenNumber.secretData(number));
        credential.setCredentialData(ProvenNumber.credentialData(number));
        // the name under which users and administrators see it, until its owner gives it another
        credential.setUserLabel(number.masked());
        CredentialModel stored = replace(user, credential, nowMillis);
        new PhoneOwners(session, realm).store(user, number, stored.getId());
        return stored;
    }

    @Override
    public String mailKey(String credentialType) {
        return "mspMfaMailFactorSms";
    }

    @Override
    public boolean isReadable(CredentialModel stored) {
        return number(stored).isPresent();
    }
}
