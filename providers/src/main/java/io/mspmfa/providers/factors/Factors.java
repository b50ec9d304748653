// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors;

import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * A user's second factors together. An authenticator app is a factor; backup codes alone are none, so that an
 * administrator who removes a lost app lets its owner enrol anew.
 */
public final class Factors {
    /** The types of credentials that can be factors, and the policy's method that each belongs to. */
    private static final Map<String, Method> METHODS = Map.of(
            OTPCredentialModel.TYPE, Method.TOTP,
            WebAuthnCredentialModel.TYPE_TWOFACTOR, Method.WEBAUTHN,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, Method.WEBAUTHN);

    private final UserModel user;

    /** @param user whose factors */
    public Factors(UserModel user) {
        this.user = user;
    }

    /** The policy's method that a type of credential belongs to; empty where it is never a factor. */
    public static Optional<Method> methodOf(String type) {
        return Optional.ofNullable(METHODS.get(type));
    }

    /** The types of credentials that belong to a method; empty where there are none yet. */
    public static List<String> typesOf(Method method) {
        return METHODS.keySet().stream()
                .filter(type -> METHODS.get(type) == method)
                .sorted()
                .toList();
    }

    /** The types of credentials that count under a policy: apps always, keys where it allows their method. */
    public static List<String> typesUnder(Policy policy) {
        return METHODS.keySet().stream()
                .filter(type -> METHODS.get(type) == Method.TOTP || countsKeys(policy))
                .sorted()
                .toList();
    }

    /** Whether a policy takes security keys and passkeys for factors. */
    public static boolean countsKeys(Policy policy) {
        return policy.get(PolicyField.METHODS).contains(Method.WEBAUTHN);
    }

    /** Whether the user has a second factor. No SQL for a cached user. */
    public static boolean exist(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }

    /** Whether the user has a security key or passkey that Keycloak registered. No SQL for a cached user. */
    public static boolean hasWebAuthn(UserModel user) {
        return typesOf(Method.WEBAUTHN).stream()
                .flatMap(user.credentialManager()::getStoredCredentialsByTypeStream)
                .findAny()
                .isPresent();
    }

    /** Whether the user has a security key or passkey under a policy that takes these for a factor. No SQL if cached. */
    public static boolean hasKey(UserModel user, Policy policy) {
        return countsKeys(policy) && hasWebAuthn(user);
    }

    /** The user's authenticator app, the preferred one where there are several; empty where there is none. */
    public Optional<CredentialModel> app() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .findFirst();
    }

    /** Whether a proof was made by a factor that the user has now, or in its stead: it does not outlive that factor. */
    public boolean canHaveMade(Proof proof) {
        boolean byKey = !Set.of("totp", "backup-code").contains(proof.method()) && hasWebAuthn(user);
        return byKey || (exist(user) && proof.time() >= since());
    }

    /** Since when the user has had an app, in seconds since the epoch; 0 where that is not known, now for a day to come. */
    private long since() {
        long since = user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .mapToLong(app -> app.getCreatedDate() == null ? 0 : app.getCreatedDate() / 1000)
                .min()
                .orElse(0);
        return Math.min(since, Time.currentTimeSeconds());
    }

    /** How many digits the codes of the user's authenticator apps have, the most where they differ; 0 without any. */
    public int longestAppCode() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(OTPCredentialModel::createFromCredentialModel)
                .mapToInt(app -> app.getOTPCredentialData().getDigits())
                .max()
                .orElse(0);
    }

    /** How many backup codes the user has left; 0 also where there never were any. */
    public int backupCodesLeft() {
        return backupCodes().map(HashedCodes::countUnused).orElse(0);
    }

    /** The user's backup codes; empty where none were ever made. */
    public Optional<HashedCodes> backupCodes() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(BackupCodesCredentialModel.TYPE)
                .findFirst()
                .flatMap(BackupCodesCredentialModel::read)
                .map(BackupCodesCredentialModel::codes);
    }

    /**
     * Stores an authenticator app in place of all earlier ones.
     *
     * @param app not stored yet
     * @return the app as it is stored, with its id
     */
    public CredentialModel replaceApp(OTPCredentialModel app) {
        remove(OTPCredentialModel.TYPE);
        return user.credentialManager().createStoredCredential(app);
    }

    /**
     * Stores a set of backup codes in place of the earlier one, whose codes die with it.
     *
     * @return the set as it is stored, with its id
     */
    public CredentialModel replaceBackupCodes(HashedCodes codes) {
        remove(BackupCodesCredentialModel.TYPE);
        BackupCodesCredentialModel credential = BackupCodesCredentialModel.of(codes);
        credential.setCreatedDate(Time.currentTimeMillis());
        return user.credentialManager().createStoredCredential(credential);
    }

    /** Removes every factor and the backup codes; gives what was removed. */
    public List<CredentialModel> removeAll() {
        List<CredentialModel> removed = new ArrayList<>(remove(OTPCredentialModel.TYPE));
        removed.addAll(remove(BackupCodesCredentialModel.TYPE));
        return removed;
    }

    private List<CredentialModel> remove(String type) {
        List<CredentialModel> stored =
                user.credentialManager().getStoredCredentialsByTypeStream(type).toList();
        stored.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        return stored;
    }
}
