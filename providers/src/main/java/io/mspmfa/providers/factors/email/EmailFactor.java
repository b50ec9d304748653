// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.email;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.sentcodes.SentCodeFactor;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Codes that are sent to the address of the account. The credential is bound to the address that its owner has proved:
 * if anyone changes the address, whoever that is, it is no factor until the new one is proved (P8).
 */
public final class EmailFactor extends SentCodeFactor {
    /** The only instance. */
    public static final EmailFactor INSTANCE = new EmailFactor();

    /** The credential type. */
    public static final String TYPE = "msp-email";

    /** The name in proofs and events. */
    public static final String WORD = Method.EMAIL.json();

    private static final String NO_SECRET = "{}";

    private EmailFactor() {
        super(Method.EMAIL, TYPE);
    }

    /** Only if the policy says so: whoever reads an administrator's mail must not get in (R19). */
    @Override
    public boolean countsForAdministrators(Policy policy) {
        return countsUnder(policy) && policy.get(PolicyField.EMAIL_FOR_ADMINS);
    }

    /** If the realm has a mail server. */
    @Override
    public boolean isSetUpAtLogin(KeycloakSession session, RealmModel realm, Policy policy) {
        return canSend(realm);
    }

    /** Whether the realm has a mail server and an address to send from, without which Keycloak sends nothing. */
    public boolean canSend(RealmModel realm) {
        return isGiven(realm.getSmtpConfig().get("host"))
                && isGiven(realm.getSmtpConfig().get("from"));
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** The address to which codes may be sent: the one of the account, if it has been verified (A36). */
    public Optional<String> verifiedAddress(UserModel user) {
        return Optional.ofNullable(user.getEmail()).filter(address -> !address.isBlank() && user.isEmailVerified());
    }

    /** Also if it can't be read, or if the address is no longer verified: it is owed, and can't be used. */
    @Override
    public boolean isEnrolled(UserModel user) {
        return of(user).anyMatch(stored -> !isLapsed(stored.getCredentialData(), user.getEmail()));
    }

    @Override
    public Stream<CredentialModel> usable(UserModel user) {
        return verifiedAddress(user).stream()
                .flatMap(
                        address -> super.usable(user).filter(stored -> !isLapsed(stored.getCredentialData(), address)));
    }

    @Override
    public boolean isBoundToAddress() {
        return true;
    }

    /** If it was proved with another address. */
    @Override
    public boolean isLapsed(@Nullable String credentialData, @Nullable String address) {
        return ProvenAddress.read(credentialData)
                .filter(proven -> !proven.isSame(address))
                .isPresent();
    }

    /**
     * Stores the address that a user has proved, in place of one proved before.
     *
     * @param nowMillis since the epoch
     * @return the credential as it is stored, with its id
     */
    public CredentialModel store(UserModel user, String address, long nowMillis) {
        CredentialModel credential = new CredentialModel();
        credential.setCredentialData(ProvenAddress.of(address).json());
        credential.setSecretData(NO_SECRET);
        return replace(user, credential, nowMillis);
    }

    @Override
    public String mailKey(String credentialType) {
        return "mspMfaMailFactorEmail";
    }

    @Override
    public boolean isReadable(CredentialModel stored) {
        return ProvenAddress.read(stored.getCredentialData()).isPresent();
    }
}
