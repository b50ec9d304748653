// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/**
 * The policies of realms. A realm with a policy is managed; in every other realm this extension does nothing.
 *
 * <p>Reading costs no SQL: realm attributes are part of Keycloak's realm cache, and each policy text is parsed once.
 */
public final class RealmPolicies {
    /** The realm attribute that holds the realm's own policy as JSON. */
    public static final String ATTRIBUTE = "msp.mfa.policy";

    private static final Logger LOG = Logger.getLogger(RealmPolicies.class);
    private static final int MAX_PARSED = 10_000;
    private static final Map<String, PolicyLayer> PARSED = new ConcurrentHashMap<>();

    private RealmPolicies() {}

    /** Whether the realm has a policy, readable or not. */
    public static boolean isManaged(RealmModel realm) {
        return realm.getAttribute(ATTRIBUTE) != null;
    }

    /**
     * The policy that holds in a realm.
     *
     * @param realm a managed realm
     */
    public static Policy of(RealmModel realm) {
        return Policy.strictestOf(List.of(ownLayer(realm)));
    }

    private static PolicyLayer ownLayer(RealmModel realm) {
        String json = realm.getAttribute(ATTRIBUTE);
        if (json == null) {
            return PolicyLayer.empty();
        }
        PolicyLayer known = PARSED.get(json);
        return known != null ? known : parse(realm, json);
    }

    private static PolicyLayer parse(RealmModel realm, String json) {
        PolicyLayer layer;
        try {
            layer = PolicyReader.read(json);
        } catch (PolicyRefusedException e) {
            LOG.warnf(
                    "The MFA policy of realm %s can't be read, so MFA is required there: %s",
                    realm.getName(), e.getMessage());
            layer = PolicyLayer.unreadable();
        }
        if (PARSED.size() >= MAX_PARSED) {
            PARSED.clear();
        }
        PARSED.put(json, layer);
        return layer;
    }
}
