// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.log.Once;
import io.mspmfa.providers.policy.RealmPolicies;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who is notified. Costs no SQL, since everything comes from Keycloak's caches. */
final class Recipients {
    private static final Logger LOG = Logger.getLogger(Recipients.class);
    private static final Once MUTE = new Once();

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
        if (MUTE.isFirst(realm.getId())) {
            LOG.warnf(
                    "Realm %s has no mail server: its users are not told when their second factor changes",
                    LogText.of(realm.getName()));
        }
        return false;
    }
}
