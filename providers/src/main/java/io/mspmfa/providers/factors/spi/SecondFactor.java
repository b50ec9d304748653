// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.roles.Administrators;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A kind of second factor that a user can be asked for. {@code SecondFactors} has the list of them. */
public interface SecondFactor extends CredentialKind {

    /** The corresponding method of the policy. Its name is also used in proofs and events. */
    Method method();

    /** Whether it counts under a policy, that is, whether users who have it are asked for it and need no other. */
    boolean countsUnder(Policy policy);

    /** The same for users who may administer a realm. */
    default boolean countsForAdministrators(Policy policy) {
        return countsUnder(policy);
    }

    /** Whether it counts for a user under the user's policy. No SQL for a cached user. */
    default boolean countsFor(UserModel user, Policy policy) {
        return countsUnder(policy) && (countsForAdministrators(policy) || !Administrators.include(user));
    }

    /** Whether a user of a realm who has no factor can set it up on our pages, at the end of a login, if the policy allows it. */
    boolean isSetUpAtLogin(KeycloakSession session, RealmModel realm, Policy policy);

    /** Whether its credentials are bound to the user's e-mail address, and lapse when that changes. */
    default boolean isBoundToAddress() {
        return false;
    }

    /**
     * Whether a credential has lapsed, so that it is no factor any more.
     *
     * @param credentialData as it is stored
     * @param address the user's e-mail address; null if there is none
     */
    default boolean isLapsed(@Nullable String credentialData, @Nullable String address) {
        return false;
    }

    /** Whether the user has it, whether or not it counts, and even if it can't be read. No SQL for a cached user. */
    default boolean isEnrolled(UserModel user) {
        return of(user).findAny().isPresent();
    }

    /** Whether an answer can be checked against at least one of the user's credentials. */
    default boolean isUsable(UserModel user) {
        return usable(user).findAny().isPresent();
    }

    /**
     * Since when the user has had it, in seconds since the epoch; 0 if not known, and now if the stored time is in the
     * future.
     */
    default long since(UserModel user) {
        long since = of(user).mapToLong(
                        credential -> credential.getCreatedDate() == null ? 0 : credential.getCreatedDate() / 1000)
                .min()
                .orElse(0);
        return Math.min(since, ServerTime.seconds());
    }

    /**
     * Whether the user had it when a proof was made, and still has it: a proof is no longer valid when its factor is
     * removed.
     */
    default boolean backs(Proof.ByFactor proof, UserModel user) {
        return isEnrolled(user) && proof.time() >= since(user);
    }
}
