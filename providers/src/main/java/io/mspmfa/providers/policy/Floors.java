// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The floors that resellers put under the policies of realms. A floor is an attribute of the realm's client in
 * {@code master} (RealmModel.getMasterAdminClient), which no tenant can see and nobody can edit over Keycloak's own REST
 * API (ClientPermissions.isInternal). It is in the realm cache: reading costs no SQL.
 */
public final class Floors {
    /** The attribute that holds the floor as JSON. */
    public static final String ATTRIBUTE = "msp.mfa.floor";

    /** The name of this layer where the source of a value is told. */
    public static final String SOURCE = "floor";

    private Floors() {}

    /** The floor's JSON; empty where the realm has none. */
    public static Optional<String> text(RealmModel realm) {
        return attribute(realm, ATTRIBUTE);
    }

    /** The floor as a layer, with the exceptions closed that it does not name; empty where the realm has none. */
    public static Optional<PolicyLayer> layer(RealmModel realm) {
        return text(realm).map(json -> read(json, realm.getName()));
    }

    /** A floor that is stored, as a layer. */
    static PolicyLayer read(String json, String realm) {
        PolicyLayer layer = StoredPolicies.read(json, "realm " + realm + " (floor)");
        return Exemptions.closed(layer).named(SOURCE);
    }

    /** An attribute of the realm's client in {@code master}; empty where there is none. */
    public static Optional<String> attribute(RealmModel realm, String name) {
        return Optional.ofNullable(realm.getMasterAdminClient()).map(client -> client.getAttribute(name));
    }

    /** Sets an attribute of the realm's client in {@code master}; writes nothing where it holds the value already. */
    public static void setAttribute(RealmModel realm, String name, String value) {
        ClientModel client = realm.getMasterAdminClient();
        if (!value.equals(client.getAttribute(name))) {
            client.setAttribute(name, value);
        }
    }

    /** Takes an attribute off the realm's client in {@code master}. */
    public static void removeAttribute(RealmModel realm, String name) {
        realm.getMasterAdminClient().removeAttribute(name);
    }
}
