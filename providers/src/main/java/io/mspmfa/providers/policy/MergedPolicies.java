// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The policies of users. Each combination of stored texts is merged once, however often logins ask. Results depend on
 * the texts alone, so that a change takes effect at the very next question.
 */
final class MergedPolicies {
    /** The name of the layer with the user's individual setting. */
    private static final String USER_SOURCE = "user";

    private static final PolicyLayer REQUIRED =
            PolicyLayer.empty().with(PolicyField.MODE, Mode.REQUIRED).named(USER_SOURCE);

    private static final int MAX_MERGED = 10_000;
    private static final Map<Texts, Policy> MERGED = new ConcurrentHashMap<>();

    private final RealmModel realm;
    private final Texts texts;

    /** @param realm a managed realm */
    MergedPolicies(KeycloakSession session, RealmModel realm, UserModel user) {
        this.realm = realm;
        this.texts = new Texts(
                Floors.text(realm), RealmPolicies.ownText(realm), OrganizationPolicies.of(session, realm, user), false);
    }

    /** All that a merged policy is made of: nothing else may be read while merging, since what is kept outlives the request. */
    private record Texts(
            Optional<String> floor,
            Optional<String> own,
            List<OrganizationPolicies.Stored> organizations,
            boolean flagged) {

        List<PolicyLayer> layers(String realm) {
            List<PolicyLayer> layers = new ArrayList<>();
            floor.ifPresent(json -> layers.add(Floors.read(json, realm)));
            own.ifPresent(json -> layers.add(RealmPolicies.read(json, realm)));
            layers.add(Exemptions.closedBelow(layers).named(RealmPolicies.SOURCE));
            organizations.forEach(stored -> layers.add(stored.layer(realm)));
            if (flagged) {
                layers.add(REQUIRED);
            }
            return layers;
        }
    }

    /**
     * @param flagged whether a factor is required of this user individually
     */
    Policy get(boolean flagged) {
        Texts wanted = new Texts(texts.floor, texts.own, texts.organizations, flagged);
        Policy known = MERGED.get(wanted);
        return known != null ? known : merge(wanted);
    }

    private Policy merge(Texts wanted) {
        Policy merged = Policy.strictestOf(wanted.layers(realm.getName()));
        if (MERGED.size() >= MAX_MERGED) {
            MERGED.clear();
        }
        MERGED.put(wanted, merged);
        return merged;
    }
}
