// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.Exceptions;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** Policies as this REST shows and takes them. */
public final class PolicyDocument {
    private PolicyDocument() {}

    /** Everything about a realm's policy. */
    static ObjectNode of(RealmModel realm) {
        boolean managed = RealmPolicies.isManaged(realm);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("managed", managed);
        put(document, "own", RealmPolicies.ownText(realm));
        put(document, "floor", Floors.text(realm));
        ObjectNode sources = JsonNodeFactory.instance.objectNode();
        if (managed) {
            Policy policy = RealmPolicies.of(realm);
            document.set("effective", PolicyWriter.write(policy));
            PolicyField.ALL.forEach(field -> sources.put(field.path(), policy.source(field)));
        } else {
            document.set("effective", NullNode.getInstance());
        }
        document.set("sources", sources);
        ArrayNode editable = document.putArray("editable");
        Floors.layer(realm).orElseGet(PolicyLayer::empty).editableBelow().forEach(editable::add);
        return document;
    }

    /** What is stored, word for word as far as it can be read, for an event or an answer; null for nothing. */
    public static @Nullable ObjectNode stored(Optional<String> json) {
        return json.map(PolicyDocument::readStored).map(PolicyWriter::write).orElse(null);
    }

    private static PolicyLayer readStored(String json) {
        try {
            return PolicyReader.read(json);
        } catch (PolicyRefusedException e) {
            return PolicyLayer.unreadable(); // as which it counts
        }
    }

    /** Reads a policy that somebody sent. */
    static PolicyLayer read(String json) {
        try {
            return PolicyReader.read(json);
        } catch (PolicyRefusedException e) {
            throw Problem.of(Response.Status.BAD_REQUEST, "invalid_policy", "The policy is invalid.", e.problems());
        }
    }

    /** The policy that would hold with these two. */
    public static Policy merged(Optional<PolicyLayer> floor, Optional<PolicyLayer> own) {
        return Policy.strictestOf(Stream.of(floor.map(Exceptions::closed), own)
                .flatMap(Optional::stream)
                .toList());
    }

    private static void put(ObjectNode document, String name, Optional<String> json) {
        ObjectNode stored = stored(json);
        document.set(name, stored == null ? NullNode.getInstance() : stored);
    }
}
