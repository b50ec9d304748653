// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.RequestBody;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * Everything about a realm's policy, as the REST API shows it.
 *
 * @param managed whether the realm has a policy at all
 * @param own the realm's own policy; null for none
 * @param floor the reseller's floor; null for none
 * @param effective the merged policy; null if the realm is not managed
 * @param sources the layer that each effective value comes from, by the field's path
 * @param editable the paths of the fields that the realm can still influence
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PolicyDocument(
        boolean managed,
        @Nullable ObjectNode own,
        @Nullable ObjectNode floor,
        @Nullable ObjectNode effective,
        Map<String, String> sources,
        List<String> editable) {

    static PolicyDocument of(RealmModel realm) {
        Optional<Policy> policy =
                RealmPolicies.isManaged(realm) ? Optional.of(RealmPolicies.of(realm)) : Optional.empty();
        return new PolicyDocument(
                policy.isPresent(),
                stored(RealmPolicies.ownText(realm)),
                stored(Floors.text(realm)),
                policy.map(PolicyWriter::write).orElse(null),
                policy.map(PolicyDocument::sources).orElse(Map.of()),
                Floors.layer(realm).orElseGet(PolicyLayer::empty).editableBelow());
    }

    private static Map<String, String> sources(Policy policy) {
        Map<String, String> sources = new LinkedHashMap<>();
        PolicyField.ALL.forEach(field -> sources.put(field.path(), policy.source(field)));
        return sources;
    }

    /** The stored policy for an event or a response, verbatim as far as it can be parsed; null for none. */
    public static @Nullable ObjectNode stored(Optional<String> json) {
        return json.map(PolicyDocument::readStored).map(PolicyWriter::write).orElse(null);
    }

    /** A stored policy as it is, without what follows from it. */
    static PolicyLayer readStored(String json) {
        try {
            return PolicyReader.read(json);
        } catch (PolicyRefusedException e) {
            return PolicyLayer.unreadable(); // it counts as such
        }
    }

    /** The policy in a call's body. */
    static PolicyLayer sent(AdminCall call, InputStream body) {
        try {
            return PolicyReader.read(RequestBody.text(call.session(), body, RequestBody.POLICY_BYTES));
        } catch (PolicyRefusedException e) {
            throw Problem.of(ErrorCode.INVALID_POLICY, e.problems());
        }
    }
}
