// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.ids.ActionIds;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** What must be true of a managed realm's required actions. */
final class Wholeness {
    private Wholeness() {}

    /**
     * Whether all required actions for enforcement and self-service exist, and the login check comes before all others
     * and is not assigned to new users.
     */
    static boolean isWhole(RealmModel realm) {
        return ManagedRealms.actions().stream().allMatch(id -> isThere(realm, id))
                && find(realm, ActionIds.LOGIN_CHECK)
                        .filter(floor -> isFirst(realm, floor))
                        .isPresent();
    }

    /**
     * Whether exactly one required action has this name, and it is enabled. Keycloak finds actions by their alias,
     * which a tenant can give to another action.
     */
    private static boolean isThere(RealmModel realm, String id) {
        List<RequiredActionProviderModel> found = realm.getRequiredActionProvidersStream()
                .filter(model -> id.equals(model.getAlias()) || id.equals(model.getProviderId()))
                .toList();
        return found.size() == 1
                && found.get(0).getAlias().equals(found.get(0).getProviderId())
                && found.get(0).isEnabled();
    }

    static Optional<RequiredActionProviderModel> find(RealmModel realm, String id) {
        return realm.getRequiredActionProvidersStream()
                .filter(model -> id.equals(model.getProviderId()))
                .findFirst();
    }

    static boolean isFirst(RealmModel realm, RequiredActionProviderModel floor) {
        return floor.getPriority() < lowestOther(realm) && floor.isEnabled() && !floor.isDefaultAction();
    }

    static int lowestOther(RealmModel realm) {
        return realm.getRequiredActionProvidersStream()
                .filter(model -> !ActionIds.LOGIN_CHECK.equals(model.getProviderId()))
                .mapToInt(RequiredActionProviderModel::getPriority)
                .min()
                .orElse(0);
    }
}
