// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.providers.store.SharedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * How many codes may be sent: to a user, to an address or number, in a realm, and by the server (R17). Counts in the
 * cluster. What was counted stays counted, even if the code could not be delivered, because it may have cost something;
 * what a limit forbids counts nowhere.
 */
final class SendQuota {
    private static final String PREFIX = "msp.mfa.sent.";

    private final SharedStore store;
    private final RealmModel realm;
    private final CodeChannel channel;

    SendQuota(KeycloakSession session, RealmModel realm, CodeChannel channel) {
        this.store = SharedStore.of(session);
        this.realm = realm;
        this.channel = channel;
    }

    /**
     * Counts one more. The narrowest limit comes first, so that nobody who has reached it spends what others need.
     *
     * @param target a name for the address or number
     * @return 0 if it may be sent, otherwise how long to wait, in seconds
     */
    int take(UserModel user, String target) {
        SendLimits limits = channel.limits();
        String inRealm = PREFIX + channel.word() + "." + realm.getId();
        List<Supplier<Counted>> counts = List.of(
                new RecentSends(store, inRealm + ".user." + user.getId())::take,
                new RecentSends(store, inRealm + ".target." + target)::take,
                new HourlySends(store, inRealm, limits.realmPerHour())::take,
                new HourlySends(store, PREFIX + channel.word(), limits.serverPerHour())::take);
        List<Counted> counted = new ArrayList<>();
        for (Supplier<Counted> count : counts) {
            Counted one = count.get();
            if (one.secondsToWait() > 0) {
                counted.forEach(taken -> taken.undo().run());
                return one.secondsToWait();
            }
            counted.add(one);
        }
        return 0;
    }
}
