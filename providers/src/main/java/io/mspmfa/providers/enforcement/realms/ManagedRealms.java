// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.consoleclient.ConsoleClient;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.store.SharedStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Keeps the required actions of this extension registered in managed realms, and in no others. */
public final class ManagedRealms {
    private static final Logger LOG = Logger.getLogger(ManagedRealms.class);

    /** Comes before anything that a tenant can order manually. */
    private static final int PRIORITY_LEAD = 1000;

    /** Far below anything that is ordered manually, and far from the limits of integers. */
    private static final int LOWEST = -1_000_000;

    private static final long STARTING_SECONDS = 60;

    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            ActionIds.LOGIN_CHECK,
            "Two-factor authentication: asked at login",
            ActionIds.SET_UP,
            "Two-factor authentication: set up",
            ActionIds.MANAGE,
            "Two-factor authentication: manage",
            ActionIds.NEW_BACKUP_CODES,
            "Two-factor authentication: new backup codes",
            ActionIds.DISABLE,
            "Two-factor authentication: switch off"));

    private ManagedRealms() {}

    /**
     * Makes a realm's required actions and the client of its console match its policy, and records since when the realm is
     * managed; writes nothing if everything is as it should be.
     */
    public static void align(RealmModel realm) {
        boolean managed = RealmPolicies.isManaged(realm);
        restoreNames(realm);
        for (Map.Entry<String, String> action : NAMES.entrySet()) {
            Optional<RequiredActionProviderModel> registered = Wholeness.find(realm, action.getKey());
            if (managed && registered.isEmpty()) {
                add(realm, action.getKey(), action.getValue());
            } else if (managed) {
                enable(realm, registered.get());
            } else {
                registered.ifPresent(realm::removeRequiredActionProvider);
            }
        }
        if (managed) {
            Wholeness.find(realm, ActionIds.LOGIN_CHECK).ifPresent(floor -> putFirst(realm, floor));
        }
        ManagedSince.observe(realm);
        ConsoleClient.align(realm);
    }

    /** The ids of this extension's required actions. */
    static Set<String> actions() {
        return NAMES.keySet();
    }

    /**
     * Aligns the realms that have a policy but no login check: those from before this extension was installed. One SQL
     * statement if there are none, however many realms exist (P24).
     */
    public static void alignForgotten(KeycloakSession session) {
        List<String> realmIds = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select r.id from RealmEntity r where (exists ("
                                + "select 1 from RealmAttributeEntity a where a.realm = r and a.name = :policy)"
                                + " or exists (select 1 from ClientAttributeEntity c"
                                + " where c.client.id = r.masterAdminClient and c.name = :floorAttribute))"
                                + " and not exists (select 1 from RequiredActionProviderEntity q"
                                + " where q.realm = r and q.providerId = :floor)",
                        String.class)
                .setParameter("policy", RealmPolicies.ATTRIBUTE)
                .setParameter("floorAttribute", Floors.ATTRIBUTE)
                .setParameter("floor", ActionIds.LOGIN_CHECK)
                .getResultList();
        for (String realmId : realmIds) {
            if (!SharedStore.of(session).putIfAbsent("msp.mfa.align." + realmId, STARTING_SECONDS)) {
                continue; // another node that is starting at the same time does it
            }
            RealmModel realm = session.realms().getRealm(realmId);
            LOG.infof("MSP MFA now manages realm %s", LogText.of(realm.getName()));
            align(realm);
        }
    }

    /**
     * Restores our name to an action of ours that was renamed, and takes our name away from any other action that a
     * tenant gave it to.
     */
    private static void restoreNames(RealmModel realm) {
        List<RequiredActionProviderModel> misnamed = realm.getRequiredActionProvidersStream()
                .filter(model -> NAMES.containsKey(model.getAlias()) || NAMES.containsKey(model.getProviderId()))
                .filter(model -> !model.getAlias().equals(model.getProviderId()))
                .toList();
        for (RequiredActionProviderModel model : misnamed) {
            boolean isThere = realm.getRequiredActionProvidersStream()
                    .anyMatch(other -> other.getAlias().equals(model.getProviderId())
                            && !other.getId().equals(model.getId()));
            if (isThere) {
                realm.removeRequiredActionProvider(model);
                StoredActions.reload(realm);
            } else {
                model.setAlias(model.getProviderId());
                realm.updateRequiredActionProvider(model);
            }
        }
    }

    private static void enable(RealmModel realm, RequiredActionProviderModel model) {
        if (!model.isEnabled()) {
            model.setEnabled(true);
            realm.updateRequiredActionProvider(model);
        }
    }

    private static void add(RealmModel realm, String id, String name) {
        RequiredActionProviderModel model = new RequiredActionProviderModel();
        model.setAlias(id);
        model.setProviderId(id);
        model.setName(name);
        model.setEnabled(true);
        model.setDefaultAction(false);
        model.setPriority(highestPriority(realm) + 1);
        realm.addRequiredActionProvider(model);
    }

    private static void putFirst(RealmModel realm, RequiredActionProviderModel floor) {
        if (Wholeness.isFirst(realm, floor)) {
            return;
        }
        liftLowest(realm);
        floor.setPriority(Wholeness.lowestOther(realm) - PRIORITY_LEAD);
        floor.setEnabled(true);
        floor.setDefaultAction(false);
        realm.updateRequiredActionProvider(floor);
    }

    /** Makes room below actions whose priority is so low that nothing fits before them, and keeps their order. */
    private static void liftLowest(RealmModel realm) {
        List<RequiredActionProviderModel> low = realm.getRequiredActionProvidersStream()
                .filter(model -> model.getPriority() < LOWEST && !ActionIds.LOGIN_CHECK.equals(model.getProviderId()))
                .sorted(Comparator.comparingInt(RequiredActionProviderModel::getPriority))
                .toList();
        int priority = LOWEST;
        for (RequiredActionProviderModel model : low) {
            model.setPriority(priority++);
            realm.updateRequiredActionProvider(model);
        }
    }

    private static int highestPriority(RealmModel realm) {
        return realm.getRequiredActionProvidersStream()
                .mapToInt(RequiredActionProviderModel::getPriority)
                .max()
                .orElse(0);
    }
}
