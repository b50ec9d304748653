// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who is notified. Costs no SQL, since everything comes from Keycloak's caches. */
final class Recipients {
    private static final Logger LOG = Logger.getLogger(Recipients.class);
    private static final int MAX_REMEMBERED = 10_000;

    /** The ids of realms for which the log already says that they can't send e-mails. */
    private static final Set<String> MUTE = ConcurrentHashMap.newKeySet();

    private Recipients() {}

    static boolean include(RealmModel realm, UserModel user) {
        return RealmPolicies.isManaged(realm)
                && RealmPolicies.of(realm).get(PolicyField.NOTIFY_BY_EMAIL)
                && canRead(user)
                && canSend(realm);
    }

    static boolean canRead(UserModel user) {
        String address = user.getEmail();
        return address != null && !address.isBlank();
    }

    private static boolean canSend(RealmModel realm) {
        if (!realm.getSmtpConfig().isEmpty()) {
            return true;
        }
        if (MUTE.size() >= MAX_REMEMBERED) {
            MUTE.clear();
        }
        if (MUTE.add(realm.getId())) {
            LOG.warnf(
                    "Realm %s has no mail server: its users are not told when their second factor changes",
                    LogText.of(realm.getName()));
        }
        return false;
    }
}
