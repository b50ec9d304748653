// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.policy.StoredPolicies.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final PolicyCache<Users, Texts, Policy> MERGED = new PolicyCache<>(Texts::characters);

    private final RealmModel realm;
    private final Texts texts;

    /** @param realm a managed realm */
    MergedPolicies(KeycloakSession session, RealmModel realm, UserModel user) {
        this.realm = realm;
        this.texts = new Texts(
                Floors.text(realm), RealmPolicies.ownText(realm), OrganizationPolicies.of(session, realm, user));
    }

    /**
     * Users of a realm who have the same policy.
     *
     * @param organizations the ids of all their organisations that have a policy
     * @param flagged whether a factor is required of them individually
     */
    private record Users(String realmId, List<String> organizations, boolean flagged) implements PolicyCache.Place {}

    /** All that a merged policy is made of: nothing else may be read while merging, since what is kept outlives the request. */
    private record Texts(
            Optional<String> floor, Optional<String> own, List<OrganizationPolicies.Stored> organizations) {

        int characters() {
            return floor.map(String::length).orElse(0)
                    + own.map(String::length).orElse(0)
                    + organizations.stream()
                            .mapToInt(stored -> stored.json().length())
                            .sum();
        }

        List<PolicyLayer> layers(RealmModel realm) {
            List<PolicyLayer> layers = new ArrayList<>();
            floor.ifPresent(json -> layers.add(Floors.read(json, realm)));
            own.ifPresent(json -> layers.add(RealmPolicies.read(json, realm)));
            layers.add(Exemptions.closedBelow(layers).named(RealmPolicies.SOURCE));
            organizations.forEach(stored -> layers.add(stored.layer(realm)));
            return layers;
        }

        /** Whether each of them can be read, as far as this is remembered. */
        boolean areKept(RealmModel realm) {
            return floor.map(json -> StoredPolicies.isKept(Owner.of(realm, Floors.SOURCE), json))
                            .orElse(true)
                    && own.map(json -> StoredPolicies.isKept(Owner.of(realm, RealmPolicies.SOURCE), json))
                            .orElse(true)
                    && organizations.stream()
                            .allMatch(stored -> StoredPolicies.isKept(stored.owner(realm), stored.json()));
        }
    }

    /** Keeps nothing of a realm that was deleted. */
    static void forgetRealm(String realmId) {
        MERGED.forgetRealm(realmId);
    }

    /**
     * @param flagged whether a factor is required of this user individually
     */
    Policy get(boolean flagged) {
        List<String> organizations = texts.organizations().stream()
                .map(OrganizationPolicies.Stored::id)
                .toList();
        Users users = new Users(realm.getId(), organizations, flagged);
        return MERGED.get(users, texts).orElseGet(() -> merge(users));
    }

    private Policy merge(Users users) {
        List<PolicyLayer> layers = texts.layers(realm);
        if (users.flagged()) {
            layers.add(REQUIRED);
        }
        Policy merged = Policy.strictestOf(layers);
        if (texts.areKept(realm)) {
            MERGED.put(users, texts, merged);
        } else {
            MERGED.forget(users);
        }
        return merged;
    }
}
