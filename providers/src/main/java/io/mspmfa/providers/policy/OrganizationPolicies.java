// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The policies of a user's organisations: of all of them, never just of one that the user chose for this login (P23),
 * and of disabled ones too, so that switching an organisation off weakens nothing.
 */
final class OrganizationPolicies {
    /** Before the organisation's alias in the name of its layer. */
    private static final String SOURCE_PREFIX = "organization:";

    private OrganizationPolicies() {}

    /** The layers of the user's organisations, by alias. No SQL for a cached user. */
    static List<PolicyLayer> layers(KeycloakSession session, RealmModel realm, UserModel user) {
        OrganizationProvider organizations =
                realm.isOrganizationsEnabled() ? session.getProvider(OrganizationProvider.class) : null;
        if (organizations == null || !organizations.hasOrganizations()) {
            return List.of();
        }
        return organizations
                .getByMember(user)
                .sorted((a, b) -> a.getAlias().compareTo(b.getAlias()))
                .flatMap(organization -> layer(realm, organization))
                .toList();
    }

    private static Stream<PolicyLayer> layer(RealmModel realm, OrganizationModel organization) {
        String alias = organization.getAlias();
        // several values are no policy: they read as an unreadable one
        return Stream.ofNullable(organization.getAttributes().get(RealmPolicies.ATTRIBUTE))
                .filter(texts -> !texts.isEmpty())
                .map(texts -> texts.size() == 1 ? texts.get(0) : "")
                .map(json -> StoredPolicies.read(json, "organisation " + alias + " of realm " + realm.getName()))
                .map(layer -> Exemptions.closed(layer).named(SOURCE_PREFIX + alias));
    }
}
