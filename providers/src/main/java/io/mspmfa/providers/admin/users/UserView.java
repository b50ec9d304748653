// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.call.SentenceView;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.users.RequiredBy;
import io.mspmfa.providers.users.UserRecord;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A user as the lists of the REST API show them: never a secret, a code or a hash.
 *
 * @param id of the user
 * @param username of the user
 * @param firstName null if it isn't known, as for users of a federated directory in lists
 * @param lastName the same
 * @param federated whether the user belongs to a federated directory that isn't imported
 * @param isAdmin whether the user may administer the realm
 * @param enrolled whether the user has a second factor that counts
 * @param mustEnrol whether one is required of the user, who has none; also if it can still be postponed
 * @param methods the methods that the user has set up and that count, oldest first
 * @param primaryMethod the one of these methods that the user is asked for first; null if there is none
 * @param backupCodesRemaining null if there never were any
 * @param deviceCount how many devices are trusted
 * @param required whether a factor is required of this user individually
 * @param requiredBy who requires it; empty if nobody does
 * @param graceEndsAt null if grace has not begun or has ended
 * @param locked whether the user is locked after wrong codes
 * @param lockedUntil null if the user isn't locked, or until an administrator helps
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserView(
        String id,
        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        boolean enabled,
        boolean federated,
        boolean isAdmin,
        boolean enrolled,
        boolean mustEnrol,
        List<String> methods,
        @Nullable String primaryMethod,
        @Nullable Integer backupCodesRemaining,
        int deviceCount,
        boolean required,
        List<RequiredBy> requiredBy,
        @Nullable String graceEndsAt,
        @Nullable String lastChallengeAt,
        @Nullable String lastChallengeMethod,
        boolean locked,
        @Nullable String lockedUntil) {

    /**
     * @param policy the one that decides what counts as a factor
     * @param devices how many are trusted
     * @param graceDays the days of grace of the effective policy
     */
    static UserView of(UserStatus user, Policy policy, int devices, int graceDays) {
        UserRecord record = user.record();
        OptionalInt codes = user.backupCodesRemaining();
        return new UserView(
                user.id(),
                user.username(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.enabled(),
                user.federated(),
                user.admin(),
                user.isEnrolled(),
                user.mustEnrol(),
                user.methods(),
                user.primaryMethod(policy),
                codes.isPresent() ? Integer.valueOf(codes.getAsInt()) : null,
                devices,
                record.isRequired(),
                RequiredBy.of(record),
                user.isEnrolled() ? null : graceEnd(record.grace(graceDays)),
                Moment.ofSeconds(record.lastChallenge()),
                record.lastMethod(),
                record.isLocked(ServerTime.seconds()),
                lockedUntil(record));
    }

    private static @Nullable String lockedUntil(UserRecord record) {
        Long until = record.lockedUntil();
        boolean ends = until != null && until != Long.MAX_VALUE && record.isLocked(ServerTime.seconds());
        return ends ? Moment.ofSeconds(until) : null;
    }

    /**
     * A user as the REST API shows them individually.
     *
     * @param factors what the user has set up
     * @param identityProviders the linked accounts
     * @param devices the trusted devices
     * @param why a factor is or is not required, in sentences
     */
    record Detailed(
            @JsonUnwrapped UserView user,
            List<FactorView> factors,
            List<ProviderView> identityProviders,
            List<DeviceView> devices,
            List<SentenceView> why) {}

    /** This user with the details that are shown for single users only. */
    Detailed detailed(
            List<FactorView> factors, List<ProviderView> providers, List<DeviceView> devices, List<SentenceView> why) {
        return new Detailed(this, List.copyOf(factors), List.copyOf(providers), List.copyOf(devices), List.copyOf(why));
    }

    /** Null if grace has not begun or has ended. */
    private static @Nullable String graceEnd(GracePeriod grace) {
        return grace.isOver(ServerTime.seconds()) ? null : Moment.ofSeconds(grace.end());
    }
}
