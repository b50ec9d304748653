// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors;

import io.mspmfa.providers.store.Hold;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStorageUtil;

/** Lets one request at a time change a user's factors, so that two tabs that finish at once leave a single factor. */
public final class ChangeLock {
    private ChangeLock() {}

    /**
     * Takes the lock until the transaction has ended; false if another request holds it, or has already changed them.
     */
    public static boolean tryLock(KeycloakSession session, RealmModel realm, UserModel user) {
        String key = "msp.mfa.change." + realm.getId() + "." + user.getId();
        List<String> seen = factorsOf(user);
        return Hold.take(session, key) && seen.equals(factorsOf(reload(session, realm, user)));
    }

    /**
     * The user as they are in the database now, since another request may have changed them after this one read them.
     */
    private static UserModel reload(KeycloakSession session, RealmModel realm, UserModel user) {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm, user);
        }
        UserModel current = session.users().getUserById(realm, user.getId());
        return current == null ? user : current;
    }

    private static List<String> factorsOf(UserModel user) {
        return SecondFactors.kinds()
                .flatMap(kind -> kind.of(user))
                .map(CredentialModel::getId)
                .sorted()
                .toList();
    }
}
