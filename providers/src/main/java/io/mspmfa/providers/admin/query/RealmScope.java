// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import java.util.Map;

/**
 * Some realms, for a query.
 *
 * @param condition in HQL, on the id of a realm, which is written {@code %s}
 * @param parameters those of the condition
 */
public record RealmScope(String condition, Map<String, ?> parameters) {
    public RealmScope {
        parameters = Map.copyOf(parameters);
    }
}
