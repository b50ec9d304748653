// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.providers.language.Wording;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.log.Once;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/**
 * Stored policy texts, each parsed once. Text that can't be parsed means that a second factor is required (R38); nothing
 * of it is kept.
 */
final class StoredPolicies {
    private static final Logger LOG = Logger.getLogger(StoredPolicies.class);
    private static final PolicyCache<Owner, String, PolicyLayer> PARSED = new PolicyCache<>(String::length);

    private static final Once REPORTED = new Once();

    private StoredPolicies() {}

    /**
     * Whose policy a text is.
     *
     * @param layer the name of the layer; of an organisation, its id
     */
    record Owner(String realmId, String layer) implements PolicyCache.Place {
        static Owner of(RealmModel realm, String layer) {
            return new Owner(realm.getId(), layer);
        }
    }

    /**
     * Parses a stored policy.
     *
     * @param name the owner's name, for the log
     */
    static PolicyLayer read(Owner owner, String json, String name) {
        return PARSED.get(owner, json).orElseGet(() -> parse(owner, json, name));
    }

    /** Whether a text is remembered, which one that can't be read never is. */
    static boolean isKept(Owner owner, String json) {
        return PARSED.get(owner, json).isPresent();
    }

    /** Whether a text can be read. */
    static boolean isReadable(Owner owner, String json) {
        if (isKept(owner, json)) {
            return true;
        }
        try {
            PolicyReader.read(json);
            return true;
        } catch (PolicyRefusedException e) {
            return false;
        }
    }

    /** Keeps nothing of a realm that was deleted. */
    static void forgetRealm(String realmId) {
        PARSED.forgetRealm(realmId);
    }

    private static PolicyLayer parse(Owner owner, String json, String name) {
        try {
            PolicyLayer layer = PolicyReader.read(json);
            PARSED.put(owner, json, layer);
            return layer;
        } catch (PolicyRefusedException e) {
            PARSED.forget(owner);
            if (REPORTED.isFirst(owner.realmId() + "." + owner.layer() + "." + json.hashCode())) {
                LOG.warnf(
                        "The MFA policy of %s can't be read, so MFA is required there: %s",
                        LogText.of(name), LogText.of(Wording.english(e.problems())));
            }
            return PolicyLayer.unreadable();
        }
    }
}
