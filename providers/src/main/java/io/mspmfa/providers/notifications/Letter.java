// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What is known about an e-mail in the request that caused it. Contains no name; that is read when it is sent, and so is
 * the address, unless the request may have changed it.
 *
 * @param realmId the realm of the user
 * @param userId the recipient
 * @param notice what happened
 * @param factor the type of the credential that was affected; empty if there is none, or several
 * @param providers the aliases of the identity providers whose accounts were linked or unlinked
 * @param codesLeft how many backup codes are left; 0 if the e-mail isn't about that
 * @param epochMillis when it happened
 * @param origin where the request came from
 * @param base our server's address; null if it isn't known, because no request caused it
 * @param address where it goes; null if to the user's address at the time when it is sent
 */
record Letter(
        String realmId,
        String userId,
        Notice notice,
        String factor,
        List<String> providers,
        int codesLeft,
        long epochMillis,
        Origin origin,
        @Nullable URI base,
        @Nullable String address) {

    Letter {
        providers = List.copyOf(providers);
    }

    static Letter of(RealmModel realm, UserModel user, Notice notice, String factor, int codesLeft, Origin origin) {
        long now = Time.currentTimeMillis();
        return new Letter(realm.getId(), user.getId(), notice, factor, List.of(), codesLeft, now, origin, null, null);
    }

    static Letter aboutProviders(
            RealmModel realm,
            UserModel user,
            Notice notice,
            List<String> providers,
            Origin origin,
            @Nullable String address) {
        long now = Time.currentTimeMillis();
        return new Letter(realm.getId(), user.getId(), notice, "", providers, 0, now, origin, null, address);
    }

    /** The same to another address than the user's. */
    Letter to(String other) {
        return new Letter(realmId, userId, notice, factor, providers, codesLeft, epochMillis, origin, base, other);
    }

    /** The same with the address of our server. */
    Letter from(@Nullable URI server) {
        return new Letter(realmId, userId, notice, factor, providers, codesLeft, epochMillis, origin, server, address);
    }

    boolean isWeightierThan(@Nullable Letter other) {
        return other == null || notice.compareTo(other.notice) < 0;
    }
}
