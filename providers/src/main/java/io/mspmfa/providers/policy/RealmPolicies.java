// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.policy.StoredPolicies.Owner;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.RealmModel;

/**
 * The policies of realms. A realm with its own policy or a reseller's floor is managed; in every other realm this
 * extension does nothing.
 *
 * <p>Reading costs no SQL: the attributes are part of Keycloak's realm cache, and each policy text is parsed once.
 */
public final class RealmPolicies {
    /** The attribute that contains the policy of the realm itself, or of an organisation, as JSON. */
    public static final String ATTRIBUTE = "msp.mfa.policy";

    /** The name of this layer as the source of a value. */
    public static final String SOURCE = "own";

    private RealmPolicies() {}

    /** Whether the realm has its own policy or a floor, readable or not. */
    public static boolean isManaged(RealmModel realm) {
        return RealmTexts.of(realm).isManaged();
    }

    /** The policy of a realm for users without organisations or an individual setting. */
    public static Policy of(RealmModel realm) {
        return RealmTexts.of(realm).policy();
    }

    /** The layers of a realm, starting with the floor; empty if it is not managed. */
    public static List<PolicyLayer> layers(RealmModel realm) {
        return RealmTexts.of(realm).layers();
    }

    /** The realm's own policy; empty if it has none. */
    public static Optional<PolicyLayer> own(RealmModel realm) {
        return ownText(realm).map(json -> read(json, realm));
    }

    /** A realm's own policy that is stored, as a layer. That of {@code master} is the resellers' own. */
    static PolicyLayer read(String json, RealmModel realm) {
        return read(json, realm.getId(), realm.getName());
    }

    /** The same for a realm that hasn't been loaded. */
    static PolicyLayer read(String json, String realmId, String realmName) {
        PolicyLayer layer = StoredPolicies.read(new Owner(realmId, SOURCE), json, "realm " + realmName)
                .named(SOURCE);
        return realmName.equals(Config.getAdminRealm()) ? layer : layer.withoutReserved();
    }

    /** To be called when a realm was deleted: nothing of its policies is kept. */
    public static void forget(String realmId) {
        StoredPolicies.forgetRealm(realmId);
        MergedPolicies.forgetRealm(realmId);
    }

    /** The JSON of the realm's own policy; empty if it has none. */
    public static Optional<String> ownText(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE));
    }
}
