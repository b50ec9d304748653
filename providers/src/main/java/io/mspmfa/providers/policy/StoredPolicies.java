// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.providers.log.LogText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Stored policy texts, each parsed once. Text that can't be parsed means that a second factor is required (R38). */
final class StoredPolicies {
    private static final Logger LOG = Logger.getLogger(StoredPolicies.class);
    private static final int MAX_PARSED = 10_000;
    private static final Map<String, PolicyLayer> PARSED = new ConcurrentHashMap<>();

    private StoredPolicies() {}

    /**
     * Parses a stored policy.
     *
     * @param owner the owner of the policy, for the log
     */
    static PolicyLayer read(String json, String owner) {
        PolicyLayer known = PARSED.get(json);
        return known != null ? known : parse(json, owner);
    }

    private static PolicyLayer parse(String json, String owner) {
        PolicyLayer layer;
        try {
            layer = PolicyReader.read(json);
        } catch (PolicyRefusedException e) {
            LOG.warnf(
                    "The MFA policy of %s can't be read, so MFA is required there: %s",
                    LogText.of(owner), LogText.of(e.getMessage()));
            layer = PolicyLayer.unreadable();
        }
        if (PARSED.size() >= MAX_PARSED) {
            PARSED.clear();
        }
        PARSED.put(json, layer);
        return layer;
    }
}
