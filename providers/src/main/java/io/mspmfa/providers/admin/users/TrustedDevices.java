// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.devices.TrustedDevice;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.CurrentTerms;
import io.mspmfa.providers.devices.DeviceRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * How many devices are trusted of the users on a page, read in one SQL statement. According to the policy of the realm:
 * that of each user would take a statement for each, and so would what each user has now, so devices that another
 * password or factor has ended are still counted.
 */
final class TrustedDevices {
    private final KeycloakSession session;
    private final Map<String, List<Long>> made;
    private final long now;

    private TrustedDevices(KeycloakSession session, Map<String, List<Long>> made, long now) {
        this.session = session;
        this.made = made;
        this.now = now;
    }

    /** Those of some users. */
    static TrustedDevices of(KeycloakSession session, List<UserStatus> users) {
        long now = ServerTime.seconds();
        if (users.isEmpty()) {
            return new TrustedDevices(session, Map.of(), now);
        }
        Set<String> realms = users.stream().map(UserStatus::realmId).collect(Collectors.toSet());
        List<String> ids = users.stream().map(UserStatus::id).toList();
        return new TrustedDevices(session, new DeviceRows(session).whenMade(realms, ids, now), now);
    }

    /** How many one of them has under a realm's policy. */
    int count(UserStatus user, Policy policy) {
        List<Long> moments = made.getOrDefault(user.id(), List.of());
        RealmModel realm = moments.isEmpty() || !policy.get(PolicyField.REMEMBER_DEVICE)
                ? null
                : session.realms().getRealm(user.realmId());
        if (realm == null) {
            return 0;
        }
        long oldest = TrustedDevice.expiry(now, -policy.get(PolicyField.REMEMBER_DEVICE_DAYS)) + 1;
        long since = Math.max(oldest, CurrentTerms.since(realm));
        return Math.toIntExact(
                moments.stream().filter(moment -> moment >= since).count());
    }
}
