// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.backupcodes;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.backupcodes.BackupCode;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.enforcement.overrides.UnreadableCredential;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.uses.FactorUses;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Stores a user's backup codes, and accepts each of them once. */
public final class BackupCodesCredentialProvider
        implements CredentialProvider<CredentialModel>, CredentialInputValidator {
    /** A user with this many codes left, or fewer, is offered a new set. */
    public static final int FEW = 3;

    private final KeycloakSession session;

    /** @param session Keycloak's session of this request */
    public BackupCodesCredentialProvider(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Uses up a backup code, and records the proof.
     *
     * <p>Unlike wrong app codes, a wrong backup code is counted only after it has been checked: with 75 bits, twenty
     * parallel guesses gain nothing, while submitting one correct code twenty times must not lock its owner out.
     *
     * @param realm a managed realm
     * @param typed the code as the user typed it
     */
    public Verdict spend(RealmModel realm, UserModel user, String typed) {
        Attempts attempts = Attempts.of(session, realm, user, UserPolicies.of(session, realm, user));
        Optional<BackupCodesCredentialModel> set = BackupCodes.INSTANCE.stored(user);
        OptionalInt index = indexOf(set, typed);
        if (index.isEmpty()) {
            OptionalInt attempt = attempts.begin();
            return attempt.isEmpty() ? attempts.locked() : attempts.failed(attempt.getAsInt());
        }
        if (attempts.secondsLocked() != 0) {
            return attempts.locked();
        }
        boolean spent = new SpendingLock(session, realm, user).spend(set.orElseThrow(), index.getAsInt());
        if (!spent) {
            return Verdict.used();
        }
        int left = set.orElseThrow().codes().countUnused() - 1;
        Act act = Act.of(Deed.BACKUP_CODE_USED).by(Activity.actor(realm, user)).about(Activity.person(user));
        Activity.record(session, realm, act.with("left", left));
        tellOfFew(realm, user, left);
        FactorUses.used(session, realm, user, set.orElseThrow().getId());
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null) {
            new SessionProofs(session, realm).record(login, user, BackupCodes.WORD);
        }
        return Verdict.accepted();
    }

    /** Notifies the user once when few codes are left, and once when none is left (R4). */
    private void tellOfFew(RealmModel realm, UserModel user, int left) {
        if (left == FEW || left == 0) {
            Notifications.backupCodesLow(session, realm, user, left);
        }
    }

    private static OptionalInt indexOf(Optional<BackupCodesCredentialModel> set, String typed) {
        Optional<String> symbols = BackupCode.normalise(typed);
        return set.isEmpty() || symbols.isEmpty()
                ? OptionalInt.empty()
                : set.get().codes().indexOf(symbols.get());
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String code = input.getChallengeResponse();
        return code != null
                && RealmPolicies.isManaged(realm)
                && spend(realm, user, code).isAccepted();
    }

    @Override
    public String getType() {
        return BackupCodesCredentialModel.TYPE;
    }

    @Override
    public boolean supportsCredentialType(String credentialType) {
        return getType().equals(credentialType);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return supportsCredentialType(credentialType)
                && user.credentialManager()
                        .getStoredCredentialsByTypeStream(credentialType)
                        .findAny()
                        .isPresent();
    }

    /** Called by Keycloak when an administrator edits a user; our own set-up doesn't use it. */
    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        Notifications.onPlanted(session, user, getType());
        if (credential.getCreatedDate() == null) {
            credential.setCreatedDate(Time.currentTimeMillis());
        }
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    /** Unparsed, because Keycloak also asks for sets that can't be read. */
    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        UserModel user = context.getUser();
        boolean renewable = user != null && BackupCodes.INSTANCE.stored(user).isPresent();
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("msp-backup-codes-display-name")
                .helpText("msp-backup-codes-help-text")
                .iconCssClass("kcAuthenticatorRecoveryCodesClass")
                .updateAction(renewable ? ActionIds.NEW_BACKUP_CODES : null)
                .removeable(false)
                .build(session);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(CredentialModel credential, CredentialTypeMetadata typeMetadata) {
        return BackupCodesCredentialModel.read(credential)
                .map(BackupCodesCredentialProvider::metadata)
                .orElseGet(() -> UnreadableCredential.metadata(credential));
    }

    private static CredentialMetadata metadata(BackupCodesCredentialModel credential) {
        CredentialMetadata metadata = new CredentialMetadata();
        metadata.setCredentialModel(credential);
        int remaining = credential.codes().countUnused();
        metadata.setInfoMessage(
                "mspMfaBackupCodesRemaining",
                Integer.toString(remaining),
                Integer.toString(credential.codes().codes().size()));
        if (remaining <= FEW) {
            metadata.setWarningMessageTitle("mspMfaBackupCodesLowTitle");
            metadata.setWarningMessageDescription("mspMfaBackupCodesLow");
        }
        return metadata;
    }
}
