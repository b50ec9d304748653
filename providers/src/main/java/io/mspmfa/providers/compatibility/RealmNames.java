// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import jakarta.persistence.EntityManager;
import org.keycloak.models.jpa.entities.RealmEntity;

/** Where the display name of a realm is: in a column since Keycloak 26.7, in an attribute before. */
public final class RealmNames {
    private static final String COLUMN = "displayName";

    private RealmNames() {}

    /**
     * The display name in HQL, which is null for a realm that has none.
     *
     * @param realm what the query calls the realm
     */
    public static String displayName(EntityManager em, String realm) {
        boolean isColumn = em.getMetamodel().entity(RealmEntity.class).getAttributes().stream()
                .anyMatch(attribute -> attribute.getName().equals(COLUMN));
        return isColumn
                ? realm + "." + COLUMN
                : "(select n.value from RealmAttributeEntity n where n.realm = " + realm + " and n.name = '" + COLUMN
                        + "')";
    }
}
