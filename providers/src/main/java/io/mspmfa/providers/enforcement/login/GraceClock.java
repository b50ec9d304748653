// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.users.UserRecords;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * How long a user may still postpone setting up a factor. The clock starts once, when the user is first asked, and is
 * never restarted (R39).
 */
final class GraceClock {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    GraceClock(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** The user's grace period. Starts the clock. */
    GracePeriod period() {
        int days = days();
        return new GracePeriod(days == 0 ? 0 : new UserRecords(session, realm).graceStart(user), days);
    }

    /**
     * The same without starting the clock, for callers that only look: if the clock has not started, grace is not over.
     */
    GracePeriod seenFromOutside(long now) {
        int days = days();
        return new GracePeriod(
                days == 0
                        ? 0
                        : new UserRecords(session, realm).graceStartOf(user).orElse(now),
                days);
    }

    private int days() {
        return UserPolicies.of(session, realm, user).get(PolicyField.GRACE_DAYS);
    }
}
