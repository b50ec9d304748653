// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.door.Door;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProviderFactory;
import io.mspmfa.providers.totp.MspOtpCredentialProvider;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.services.managers.BruteForceProtector;

/** Checks what a user typed, unless Keycloak's own brute-force detection has locked the user meanwhile. */
public final class CodeCheck {
    /** In place of a number of seconds: Keycloak's detection does not say how long it locks. */
    private static final Verdict LOCKED_BY_KEYCLOAK = Verdict.locked(0);

    private final Door door;

    /** @param door whose user typed something */
    public CodeCheck(Door door) {
        this.door = door;
    }

    /** Checks the code of an authenticator app. */
    public Verdict app(String typed) {
        MspOtpCredentialProvider provider = (MspOtpCredentialProvider)
                door.session().getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID);
        return isLockedByKeycloak() ? LOCKED_BY_KEYCLOAK : provider.verify(door.realm(), door.user(), typed);
    }

    /** Checks a backup code, and spends it. */
    public Verdict backupCode(String typed) {
        BackupCodesCredentialProvider provider = (BackupCodesCredentialProvider)
                door.session().getProvider(CredentialProvider.class, BackupCodesCredentialProviderFactory.PROVIDER_ID);
        return isLockedByKeycloak() ? LOCKED_BY_KEYCLOAK : provider.spend(door.realm(), door.user(), typed);
    }

    /** How long the user has to wait before another code is looked at, in seconds; 0 where not, or not known. */
    public int secondsLocked() {
        return attempts().secondsLocked();
    }

    /** The user's row of attempts, for a code that belongs to no stored factor yet. */
    public Attempts attempts() {
        return Attempts.of(door.session(), door.realm(), door.user(), door.policy());
    }

    /** Whether Keycloak's own brute-force detection has locked the user. */
    public boolean isLockedByKeycloak() {
        return AuthenticatorUtils.getDisabledByBruteForceEventError(
                        door.session().getProvider(BruteForceProtector.class),
                        door.session(),
                        door.realm(),
                        door.user())
                != null;
    }
}
