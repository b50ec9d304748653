// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.users.UserRecord;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A user in the status list.
 *
 * @param id of the user
 * @param realmId the id of the user's realm
 * @param username of the user
 * @param firstName null if there is none, and always in pages for users of a federated directory
 * @param lastName the same
 * @param email null if there is none, and always in pages for users of a federated directory
 * @param enabled always true in pages for users of a federated directory, since only the directory knows
 * @param federated whether the user is missing from Keycloak's own table
 * @param admin whether the user may administer the realm; false if that wasn't asked
 * @param mustHaveFactor whether a factor is required of the user; false if that wasn't asked
 * @param credentials without passwords, oldest first
 * @param methods the methods of the policy that the user has set up and that count under it, oldest first
 * @param record what is stored about the user; {@link UserRecord#NONE} if nothing is
 */
record UserStatus(
        String id,
        String realmId,
        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        boolean enabled,
        boolean federated,
        boolean admin,
        boolean mustHaveFactor,
        List<StoredFactor> credentials,
        List<String> methods,
        UserRecord record) {
    UserStatus {
        credentials = List.copyOf(credentials);
        methods = List.copyOf(methods);
    }

    /** Whether the user has a second factor. */
    boolean isEnrolled() {
        return !methods.isEmpty();
    }

    /**
     * The method that the user is asked for first, according to what is stored: what can't be read isn't known here.
     * Null if there is none.
     *
     * @param policy the one that decides what counts as a factor
     */
    @Nullable String primaryMethod(Policy policy) {
        List<Method> set = Arrays.stream(Method.values())
                .filter(method -> methods.contains(method.json()))
                .toList();
        return SecondFactors.primaryOf(record, policy, set).map(Method::json).orElse(null);
    }

    /** How many backup codes the user has left; empty if there never were any. */
    OptionalInt backupCodesRemaining() {
        return credentials.stream()
                .map(StoredFactor::codesLeft)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElseGet(OptionalInt::empty);
    }

    /** This user, judged individually. */
    UserStatus judged(boolean isAdmin, boolean must) {
        return new UserStatus(
                id,
                realmId,
                username,
                firstName,
                lastName,
                email,
                enabled,
                federated,
                isAdmin,
                must,
                credentials,
                methods,
                record);
    }

    /** Whether a factor is required of the user, who has none; also if they may still postpone setting one up. */
    boolean mustEnrol() {
        return mustHaveFactor && !isEnrolled();
    }

    /** This user with credentials, of which the given types count as factors. */
    UserStatus withCredentials(List<StoredFactor> stored, List<String> factorTypes) {
        List<String> found = stored.stream()
                .filter(factor -> !hasLapsed(factor))
                .map(StoredFactor::type)
                .filter(factorTypes::contains)
                .flatMap(type -> SecondFactors.methodOf(type).stream())
                .map(Method::json)
                .distinct()
                .toList();
        return new UserStatus(
                id,
                realmId,
                username,
                firstName,
                lastName,
                email,
                enabled,
                federated,
                admin,
                mustHaveFactor,
                stored,
                found,
                record);
    }

    /** In pages for users of a federated directory, only the directory knows. */
    private boolean hasLapsed(StoredFactor factor) {
        return !(federated && email == null) && SecondFactors.isLapsed(factor.type(), factor.data(), email);
    }
}
