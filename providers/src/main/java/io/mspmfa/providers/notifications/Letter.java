// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What is known of an e-mail in the request that caused it. Holds no address and no name, which are read when it is sent.
 *
 * @param realmId of the user's realm
 * @param userId who gets it
 * @param notice what happened
 * @param factor the type of the credential that it happened to
 * @param codesLeft how many backup codes are left; 0 where it is not about that
 * @param epochMillis when it happened
 * @param origin whose request it was
 */
record Letter(
        String realmId, String userId, Notice notice, String factor, int codesLeft, long epochMillis, Origin origin) {

    static Letter of(RealmModel realm, UserModel user, Notice notice, String factor, int codesLeft, Origin origin) {
        return new Letter(realm.getId(), user.getId(), notice, factor, codesLeft, Time.currentTimeMillis(), origin);
    }

    boolean isWeightierThan(@Nullable Letter other) {
        return other == null || notice.compareTo(other.notice) < 0;
    }
}
