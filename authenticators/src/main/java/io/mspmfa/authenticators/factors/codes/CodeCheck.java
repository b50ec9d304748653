// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.codes;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.backupcodes.BackupCode;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProviderFactory;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.totp.MspOtpCredentialProvider;
import java.util.OptionalInt;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Checks what a user typed, unless Keycloak's own brute-force detection has locked the user in the meantime. */
public final class CodeCheck {
    /** Without a number of seconds, because Keycloak's detection doesn't say how long the lock lasts. */
    private static final Verdict LOCKED_BY_KEYCLOAK = Verdict.locked(0);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    /**
     * @param step the step at which the user typed something
     */
    public CodeCheck(StepContext step) {
        this(step.session(), step.realm(), step.user());
    }

    /**
     * @param realm a managed realm
     * @param user the user who typed something
     */
    public CodeCheck(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Checks the code of an authenticator app. */
    public Verdict app(String typed) {
        MspOtpCredentialProvider provider = (MspOtpCredentialProvider)
                session.getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID);
        return isLockedByKeycloak() ? LOCKED_BY_KEYCLOAK : provider.verify(realm, user, typed);
    }

    /** Checks a backup code, and uses it up. */
    public Verdict backupCode(String typed) {
        BackupCodesCredentialProvider provider = (BackupCodesCredentialProvider)
                session.getProvider(CredentialProvider.class, BackupCodesCredentialProviderFactory.PROVIDER_ID);
        return isLockedByKeycloak() ? LOCKED_BY_KEYCLOAK : provider.spend(realm, user, typed);
    }

    /** Whether this is the only backup code that the user has left. Doesn't use it up; false while the user is locked. */
    public boolean isLastBackupCode(String typed) {
        return BackupCodes.INSTANCE
                .codes(user)
                .filter(codes -> codes.countUnused() == 1 && isUnusedIn(codes, typed))
                .filter(codes -> !isLockedByKeycloak() && secondsLocked() == 0)
                .isPresent();
    }

    private static boolean isUnusedIn(HashedCodes codes, String typed) {
        OptionalInt index = BackupCode.normalise(typed).map(codes::indexOf).orElseGet(OptionalInt::empty);
        return index.isPresent() && !codes.isUsed(index.getAsInt());
    }

    /** How long the user has to wait before another code is checked, in seconds; 0 if not locked, or if not known. */
    public int secondsLocked() {
        return attempts().secondsLocked();
    }

    /** The user's attempts, for answers that are not compared with a stored code. */
    public Attempts attempts() {
        return Attempts.of(session, realm, user, UserPolicies.of(session, realm, user));
    }

    /** Whether Keycloak's own brute-force detection has locked the user. */
    public boolean isLockedByKeycloak() {
        return BruteForceDetection.isLocked(session, realm, user);
    }
}
