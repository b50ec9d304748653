// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.recoverycodes;

import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.UseMark;
import io.mspmfa.providers.enforcement.overrides.SelfRemoval;
import io.mspmfa.providers.enforcement.overrides.UnreadableCredential;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.recoverycodes.RecoveryCodes;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.store.SharedStore;
import io.mspmfa.providers.uses.FactorUses;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's recovery codes. In managed realms, wrong codes are counted, each code works for only one of any number of
 * parallel logins (Keycloak alone would let several through), and a correct code is a proof.
 */
final class MspRecoveryCodesCredentialProvider extends RecoveryAuthnCodesCredentialProvider {
    /** Longer than any transaction or cache lag. */
    private static final long MARK_SECONDS = 120;

    private final KeycloakSession session;

    MspRecoveryCodesCredentialProvider(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    /** Called by Keycloak's own set-up, and when an administrator edits a user. */
    @Override
    public CredentialModel createCredential(
            RealmModel realm, UserModel user, RecoveryAuthnCodesCredentialModel credential) {
        Notifications.onPlanted(session, user, getType());
        return super.createCredential(realm, user, credential);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (!RealmPolicies.isManaged(realm)) {
            return super.isValid(realm, user, input);
        }
        String code = input.getChallengeResponse();
        Optional<CredentialModel> stored = RecoveryCodes.INSTANCE.usable(user).findFirst();
        if (code == null || stored.isEmpty()) {
            return false;
        }
        String mark = markOf(realm, stored.get(), code);
        if (SharedStore.of(session).contains(mark)) {
            return false; // used a moment ago: whoever has it isn't guessing, so it isn't counted
        }
        Attempts attempts = Attempts.of(session, realm, user, UserPolicies.of(session, realm, user));
        if (!isNext(stored.get(), code)) {
            // counted after it has been checked, like backup codes: see BackupCodesCredentialProvider.spend
            attempts.begin().ifPresent(attempts::failed);
            return false;
        }
        boolean spent = attempts.secondsLocked() == 0 && UseMark.tryMark(session, mark, MARK_SECONDS);
        if (spent) {
            removeNext(user, stored.get());
            recordProof(realm, user);
            FactorUses.used(session, realm, user, stored.get().getId());
        }
        return spent;
    }

    /** As in Keycloak's isValid, which reads the user's first set, even if that one is unreadable. */
    private static void removeNext(UserModel user, CredentialModel stored) {
        RecoveryAuthnCodesCredentialModel codes = RecoveryAuthnCodesCredentialModel.createFromCredentialModel(stored);
        codes.removeRecoveryAuthnCode();
        user.credentialManager().updateStoredCredential(codes);
    }

    /** Keycloak's page reads the user's first set. If it can't, our pages ask for something else. */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        boolean configured = super.isConfiguredFor(realm, user, credentialType);
        return RealmPolicies.isManaged(realm)
                ? configured
                        && RecoveryCodes.INSTANCE
                                .of(user)
                                .findFirst()
                                .filter(RecoveryCodes.INSTANCE::isUsable)
                                .isPresent()
                : configured;
    }

    @Override
    public RecoveryAuthnCodesCredentialModel getCredentialFromModel(CredentialModel stored) {
        return isUnreadable(stored)
                ? UnreadableCredential.standIn(
                        stored, RecoveryAuthnCodesCredentialModel.createFromValues(List.of(), 0, ""))
                : super.getCredentialFromModel(stored);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(
            RecoveryAuthnCodesCredentialModel credential, CredentialTypeMetadata type) {
        return isUnreadable(credential)
                ? UnreadableCredential.metadata(credential)
                : super.getCredentialMetadata(credential, type);
    }

    private boolean isUnreadable(CredentialModel stored) {
        return UnreadableCredential.isOne(session, RecoveryCodes.INSTANCE, stored);
    }

    /** Keycloak accepts the codes only in their order. */
    private static boolean isNext(CredentialModel stored, String code) {
        RecoveryAuthnCodesCredentialModel codes = RecoveryAuthnCodesCredentialModel.createFromCredentialModel(stored);
        return codes.getNextRecoveryAuthnCode()
                .filter(next -> RecoveryAuthnCodesUtils.verifyRecoveryCodeInput(code, next.getEncodedHashedValue()))
                .isPresent();
    }

    /** The mark of a submitted code: whoever sets it first, in the whole cluster, may use the code. */
    private static String markOf(RealmModel realm, CredentialModel stored, String code) {
        byte[] hash = HashUtils.hash(JavaAlgorithm.SHA256, code.getBytes(StandardCharsets.UTF_8));
        return "msp.mfa.recovery." + realm.getId() + "." + stored.getId() + "."
                + HexFormat.of().formatHex(hash);
    }

    /** Like backup codes, recovery codes stand in for a factor; without a factor, they are not one themselves. */
    private void recordProof(RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && SecondFactors.exist(user, UserPolicies.of(session, realm, user))) {
            new SessionProofs(session, realm).record(login, user, RecoveryCodes.WORD);
        }
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return SelfRemoval.limit(session, context.getUser(), super.getCredentialTypeMetadata(context), policy -> false);
    }
}
