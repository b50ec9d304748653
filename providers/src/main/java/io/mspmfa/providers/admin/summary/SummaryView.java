// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.TreeMap;
import org.keycloak.models.RealmModel;

/** The numbers of one realm as the REST shows them. */
public final class SummaryView {
    private SummaryView() {}

    /** The numbers. */
    public static ObjectNode of(RealmModel realm, RealmSummary summary) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("users", summary.users());
        view.put("enrolled", summary.enrolled());
        view.put("required", asksEverybody(realm) ? summary.users() : summary.flagged());
        view.put("inGrace", summary.inGrace());
        view.put("locked", summary.locked());
        ObjectNode methods = view.putObject("byMethod");
        new TreeMap<>(summary.byMethod()).forEach(methods::put);
        view.put("adminsWithoutMfa", summary.adminsWithoutMfa());
        return view;
    }

    /** Whether a second factor is required of every user of the realm. */
    public static boolean asksEverybody(RealmModel realm) {
        if (!RealmPolicies.isManaged(realm)) {
            return false;
        }
        Policy policy = RealmPolicies.of(realm);
        boolean exempts = policy.get(PolicyField.ALLOW_EXEMPTIONS)
                && !policy.get(PolicyField.EXEMPT_ROLES).isEmpty();
        return policy.requiresFactor()
                && !exempts
                && policy.get(PolicyField.REQUIRED_ROLES).isEmpty();
    }
}
