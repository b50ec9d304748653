// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import io.mspmfa.providers.policy.RealmPolicies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Keeps the required actions of this extension registered in managed realms, and out of all others. */
public final class ManagedRealms {
    private static final Logger LOG = Logger.getLogger(ManagedRealms.class);

    /** Before everything that a tenant can order by hand. */
    private static final int PRIORITY_LEAD = 1000;

    private static final long STARTING_SECONDS = 60;

    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            Floor.ACTION_ID,
            "Two-factor authentication: asked at login",
            "msp-mfa-setup",
            "Two-factor authentication: set up",
            "msp-mfa-manage",
            "Two-factor authentication: manage",
            "msp-mfa-backup-codes",
            "Two-factor authentication: new backup codes",
            "msp-mfa-disable",
            "Two-factor authentication: switch off"));

    private ManagedRealms() {}

    /** Makes a realm's required actions what its policy needs; writes nothing where they are. */
    public static void align(RealmModel realm) {
        boolean managed = RealmPolicies.isManaged(realm);
        for (Map.Entry<String, String> action : NAMES.entrySet()) {
            Optional<RequiredActionProviderModel> registered = find(realm, action.getKey());
            if (managed && registered.isEmpty()) {
                add(realm, action.getKey(), action.getValue());
            } else if (!managed) {
                registered.ifPresent(realm::removeRequiredActionProvider);
            }
        }
        if (managed) {
            find(realm, Floor.ACTION_ID).ifPresent(floor -> putFirst(realm, floor));
        }
    }

    /**
     * Aligns the realms that have a policy but no floor: those from before this extension was installed. One statement
     * where there are none, however many realms there are (P24).
     */
    static void alignForgotten(KeycloakSession session) {
        List<String> realmIds = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.realm.id from RealmAttributeEntity a where a.name = :policy and not exists ("
                                + "select r.id from RequiredActionProviderEntity r"
                                + " where r.realm = a.realm and r.providerId = :floor)",
                        String.class)
                .setParameter("policy", RealmPolicies.ATTRIBUTE)
                .setParameter("floor", Floor.ACTION_ID)
                .getResultList();
        for (String realmId : realmIds) {
            if (!session.singleUseObjects().putIfAbsent("msp.mfa.align." + realmId, STARTING_SECONDS)) {
                continue; // another node that starts at the same time does it
            }
            RealmModel realm = session.realms().getRealm(realmId);
            LOG.infof("MSP MFA takes charge of realm %s", realm.getName());
            align(realm);
        }
    }

    private static Optional<RequiredActionProviderModel> find(RealmModel realm, String id) {
        return realm.getRequiredActionProvidersStream()
                .filter(model -> id.equals(model.getProviderId()))
                .findFirst();
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
        int lowest = realm.getRequiredActionProvidersStream()
                .filter(model -> !Floor.ACTION_ID.equals(model.getProviderId()))
                .mapToInt(RequiredActionProviderModel::getPriority)
                .min()
                .orElse(0);
        if (floor.getPriority() < lowest && floor.isEnabled() && !floor.isDefaultAction()) {
            return;
        }
        floor.setPriority(lowest - PRIORITY_LEAD);
        floor.setEnabled(true);
        floor.setDefaultAction(false);
        realm.updateRequiredActionProvider(floor);
    }

    private static int highestPriority(RealmModel realm) {
        return realm.getRequiredActionProvidersStream()
                .mapToInt(RequiredActionProviderModel::getPriority)
                .max()
                .orElse(0);
    }
}
