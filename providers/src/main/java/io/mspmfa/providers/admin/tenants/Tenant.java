// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.admin.summary.CountedRealm;
import io.mspmfa.providers.admin.summary.RealmSummary;
import io.mspmfa.providers.policy.RealmTexts;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: its policies, and its users in numbers.
 *
 * @param displayName null if the realm has none
 * @param client the id of its client in master, which resellers have roles of
 * @param texts its policies as they are stored
 * @param counted what they amount to
 * @param numbers its users
 */
record Tenant(
        @Nullable String displayName, String client, RealmTexts texts, CountedRealm counted, RealmSummary numbers) {

    String id() {
        return texts.realmId();
    }

    String name() {
        return texts.realmName();
    }

    Tenant with(RealmSummary counts) {
        return new Tenant(displayName, client, texts, counted, counts);
    }

    boolean isManaged() {
        return counted.managed();
    }

    /** The mode of its policy; null if it has none. */
    @Nullable Mode mode() {
        return isManaged() ? policy().get(PolicyField.MODE) : null;
    }

    /** Which layer the mode comes from; null without a policy. */
    @Nullable String modeSource() {
        return isManaged() ? policy().source(PolicyField.MODE) : null;
    }

    private Policy policy() {
        return counted.policy();
    }

    /** Whether a factor is required of everyone, and every administrator has one. */
    boolean isCompliant() {
        return counted.asksEverybody() && !hasUnprotectedAdmins();
    }

    boolean hasUnprotectedAdmins() {
        return numbers.adminsWithoutMfa() > 0;
    }

    /** How many of the users have a factor, 0 to 1; 1 without users. */
    double enrolledShare() {
        return numbers.users() == 0 ? 1 : (double) numbers.enrolled() / numbers.users();
    }
}
