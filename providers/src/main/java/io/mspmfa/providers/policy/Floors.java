// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.policy.StoredPolicies.Owner;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The floors that resellers set below the policies of realms. A floor is an attribute of the realm's client in
 * {@code master} (RealmModel.getMasterAdminClient), which no tenant can see and nobody can edit through Keycloak's own
 * REST API (ClientPermissions.isInternal). It is part of the realm cache, so reading costs no SQL.
 */
public final class Floors {
    /** The attribute that contains the floor as JSON. */
    public static final String ATTRIBUTE = "msp.mfa.floor";

    /** The name of this layer as the source of a value. */
    public static final String SOURCE = "floor";

    private Floors() {}

    /** The floor's JSON; empty if the realm has none. */
    public static Optional<String> text(RealmModel realm) {
        return attribute(realm, ATTRIBUTE);
    }

    /** The floor as a layer, with the exemptions closed that it doesn't set; empty if the realm has none. */
    public static Optional<PolicyLayer> layer(RealmModel realm) {
        return text(realm).map(json -> read(json, realm));
    }

    /** A floor that is stored, as a layer. */
    static PolicyLayer read(String json, RealmModel realm) {
        return read(json, realm.getId(), realm.getName());
    }

    /** The same for a realm that hasn't been loaded. */
    static PolicyLayer read(String json, String realmId, String realmName) {
        PolicyLayer layer = StoredPolicies.read(new Owner(realmId, SOURCE), json, "realm " + realmName + " (floor)");
        return Exemptions.closed(layer).named(SOURCE);
    }

    /** An attribute of the realm's client in {@code master}; empty if there is none. */
    public static Optional<String> attribute(RealmModel realm, String name) {
        return Optional.ofNullable(realm.getMasterAdminClient()).map(client -> client.getAttribute(name));
    }

    /** Sets an attribute of the realm's client in {@code master}; writes nothing if it has this value already. */
    public static void setAttribute(RealmModel realm, String name, String value) {
        ClientModel client = realm.getMasterAdminClient();
        if (!value.equals(client.getAttribute(name))) {
            client.setAttribute(name, value);
        }
    }

    /** Removes an attribute from the realm's client in {@code master}. */
    public static void removeAttribute(RealmModel realm, String name) {
        realm.getMasterAdminClient().removeAttribute(name);
    }
}
