// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * Something that was once true of a realm, as an attribute of its master admin client: part of the realm cache, and out
 * of the tenant's reach. Never removed.
 *
 * @param attribute the name of the attribute
 */
record RealmMark(RealmModel realm, String attribute) {

    /** A realm without a master admin client has no place for the mark, so it counts as set. */
    boolean isSet() {
        ClientModel client = realm.getMasterAdminClient();
        return client == null || client.getAttribute(attribute) != null;
    }

    void set() {
        if (!isSet()) {
            realm.getMasterAdminClient().setAttribute(attribute, "true");
        }
    }
}
