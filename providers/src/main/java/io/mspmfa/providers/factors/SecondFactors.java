// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PrimaryMethod;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.factors.recoverycodes.RecoveryCodes;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.factors.spi.CredentialKind;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.factors.spi.StandIn;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.users.UserRecord;
import io.mspmfa.providers.users.UserRecords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The list of all kinds of second factor, and every question about them as a whole: which types, which methods, whether
 * a user has one, what counts under a policy, which factor may have made a proof. A factor added to the list is known
 * everywhere.
 */
public final class SecondFactors {
    /** The factors, strongest first. */
    public static final List<SecondFactor> ALL =
            List.of(WebAuthnFactor.INSTANCE, TotpFactor.INSTANCE, SmsFactor.INSTANCE, EmailFactor.INSTANCE);

    /** Codes that stand in for a factor. */
    public static final List<StandIn> STAND_INS = List.of(BackupCodes.INSTANCE, RecoveryCodes.INSTANCE);

    private SecondFactors() {}

    /** The factors that the user has and that count under the policy. No SQL for a cached user. */
    public static List<SecondFactor> of(UserModel user, Policy policy) {
        return ALL.stream()
                .filter(factor -> factor.isEnrolled(user) && factor.countsFor(user, policy))
                .toList();
    }

    /**
     * Which of several methods a user is asked for first (A48). One SQL statement per request if there are several;
     * none otherwise.
     *
     * @param usable the methods that the user can be asked for
     * @return empty if there are none
     */
    public static Optional<Method> primaryOf(
            KeycloakSession session, RealmModel realm, UserModel user, Policy policy, List<Method> usable) {
        UserRecord record = usable.size() < 2
                ? UserRecord.NONE
                : new UserRecords(session, realm).find(user).orElse(UserRecord.NONE);
        return primaryOf(record, policy, usable);
    }

    /**
     * The same for a user whose record has been read.
     *
     * @param usable the methods that the user can be asked for
     */
    public static Optional<Method> primaryOf(UserRecord record, Policy policy, List<Method> usable) {
        List<Method> strongestFirst =
                ALL.stream().map(SecondFactor::method).filter(usable::contains).toList();
        return PrimaryMethod.of(record.primaryMethod(), policy.get(PolicyField.DEFAULT_METHOD), strongestFirst);
    }

    /** Whether the user has a factor that counts under the policy. No SQL for a cached user. */
    public static boolean exist(UserModel user, Policy policy) {
        return !of(user, policy).isEmpty();
    }

    /**
     * Whether a proof was made by a factor, or in place of one, that the user still has and that counts: a proof is no
     * longer valid when its factor is removed, or when the policy stops accepting it.
     */
    public static boolean canHaveMade(Proof.ByFactor proof, UserModel user, Policy policy) {
        boolean standIn = STAND_INS.stream().anyMatch(codes -> codes.word().equals(proof.method()));
        return of(user, policy).stream()
                .filter(factor -> standIn || factor.method().json().equals(proof.method()))
                .anyMatch(factor -> factor.backs(proof, user));
    }

    /** The policy's method that a credential type belongs to; empty if it is never a factor. */
    public static Optional<Method> methodOf(String type) {
        return ALL.stream()
                .filter(factor -> factor.credentialTypes().contains(type))
                .findFirst()
                .map(SecondFactor::method);
    }

    /** The name that a credential type has in proofs; empty if it is neither a factor nor stands in for one. */
    public static Optional<String> wordOf(String type) {
        return methodOf(type)
                .map(Method::json)
                .or(() -> STAND_INS.stream()
                        .filter(codes -> codes.credentialTypes().contains(type))
                        .findFirst()
                        .map(StandIn::word));
    }

    /** The credential types that belong to a method; empty if the method is not implemented yet. */
    public static List<String> typesOf(Method method) {
        return ALL.stream()
                .filter(factor -> factor.method() == method)
                .flatMap(factor -> factor.credentialTypes().stream())
                .toList();
    }

    /** The credential types that count for a user under the user's policy. */
    public static List<String> typesFor(UserModel user, Policy policy) {
        return ALL.stream()
                .filter(factor -> factor.countsFor(user, policy))
                .flatMap(factor -> factor.credentialTypes().stream())
                .toList();
    }

    /** The credential types that lapse when the user's e-mail address changes. */
    public static List<String> typesBoundToAddress() {
        return ALL.stream()
                .filter(SecondFactor::isBoundToAddress)
                .flatMap(factor -> factor.credentialTypes().stream())
                .toList();
    }

    /**
     * Whether a credential has lapsed.
     *
     * @param data as it is stored
     * @param address the user's e-mail address; null if there is none
     */
    public static boolean isLapsed(String type, @Nullable String data, @Nullable String address) {
        return ALL.stream()
                .anyMatch(factor -> factor.credentialTypes().contains(type) && factor.isLapsed(data, address));
    }

    /** The credential types that count under a policy. */
    public static List<String> typesUnder(Policy policy) {
        return ALL.stream()
                .filter(factor -> factor.countsUnder(policy))
                .flatMap(factor -> factor.credentialTypes().stream())
                .toList();
    }

    /** The credential types that count under a policy for users who may administer a realm. */
    public static List<String> typesForAdministrators(Policy policy) {
        return ALL.stream()
                .filter(factor -> factor.countsForAdministrators(policy))
                .flatMap(factor -> factor.credentialTypes().stream())
                .toList();
    }

    /** Whether a user without a factor could set one up at login under a policy. */
    public static boolean canBeSetUpAtLogin(KeycloakSession session, RealmModel realm, Policy policy) {
        return ALL.stream()
                .anyMatch(factor -> isAllowed(factor, policy) && factor.isSetUpAtLogin(session, realm, policy));
    }

    /** The same for users who may administer a realm. */
    public static boolean canBeSetUpByAdministrators(KeycloakSession session, RealmModel realm, Policy policy) {
        return ALL.stream()
                .anyMatch(factor -> isAllowed(factor, policy)
                        && factor.countsForAdministrators(policy)
                        && factor.isSetUpAtLogin(session, realm, policy));
    }

    /** Whether everything that could be set up at login under a policy takes a verified e-mail address. */
    public static boolean takesAnAddressToSetUp(KeycloakSession session, RealmModel realm, Policy policy) {
        return ALL.stream()
                .filter(factor -> isAllowed(factor, policy) && factor.isSetUpAtLogin(session, realm, policy))
                .allMatch(SecondFactor::isBoundToAddress);
    }

    private static boolean isAllowed(SecondFactor factor, Policy policy) {
        return policy.get(PolicyField.METHODS).contains(factor.method());
    }

    /** Every credential type that is a factor or stands in for one. */
    public static List<String> allTypes() {
        return kinds().flatMap(kind -> kind.credentialTypes().stream()).toList();
    }

    /** Factors and what stands in for them. */
    public static Stream<CredentialKind> kinds() {
        return Stream.concat(ALL.stream(), STAND_INS.stream());
    }

    /** The kind that a credential type belongs to; empty if it is neither a factor nor stands in for one. */
    public static Optional<CredentialKind> kindOf(String type) {
        return kinds().filter(kind -> kind.credentialTypes().contains(type)).findFirst();
    }

    /**
     * Removes every factor of a user, whether it counts or not, and everything that stands in for one; returns what was
     * removed.
     */
    public static List<CredentialModel> removeAll(UserModel user) {
        return remove(user, kinds());
    }

    /** Removes what counts under a policy, and everything that stands in for it; returns what was removed. */
    public static List<CredentialModel> removeCounting(UserModel user, Policy policy) {
        return remove(user, Stream.concat(of(user, policy).stream(), STAND_INS.stream()));
    }

    private static List<CredentialModel> remove(UserModel user, Stream<? extends CredentialKind> kinds) {
        List<CredentialModel> stored = kinds.flatMap(kind -> kind.of(user)).toList();
        stored.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        return stored;
    }
}
