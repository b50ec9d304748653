// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;

/**
 * The acts of administrators that can't change how anyone signs in. Everything else is told: a list of what matters
 * would miss whatever it doesn't know.
 */
final class Harmless {
    /** Sessions that end, nodes of old adapters, and what applications protect with Keycloak's authorisation services. */
    private static final Set<ResourceType> KINDS = Set.of(
            ResourceType.USER_SESSION,
            ResourceType.CLUSTER_NODE,
            ResourceType.AUTHORIZATION_RESOURCE,
            ResourceType.AUTHORIZATION_SCOPE);

    private static final Pattern ACTIONS =
            Pattern.compile("users/[^/]+/(logout|send-verify-email)|logout-all|(clients/[^/]+/)?push-revocation");

    private Harmless() {}

    static boolean is(AdminEvent event) {
        String path = event.getResourcePath();
        return KINDS.contains(event.getResourceType())
                || (event.getOperationType() == OperationType.ACTION
                        && path != null
                        && ACTIONS.matcher(path).matches());
    }
}
