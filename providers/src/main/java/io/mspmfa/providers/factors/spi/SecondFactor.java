// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.compatibility.ServerTime;
import org.keycloak.models.UserModel;

/** A kind of second factor that a user can be asked for. {@code SecondFactors} has the list of them. */
public interface SecondFactor extends CredentialKind {

    /** The corresponding method of the policy. Its name is also used in proofs and events. */
    Method method();

    /** Whether it counts under a policy, that is, whether users who have it are asked for it and need no other. */
    boolean countsUnder(Policy policy);

    /** Whether a user without a factor can set it up on our pages, at the end of a login. */
    boolean isSetUpAtLogin();

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
