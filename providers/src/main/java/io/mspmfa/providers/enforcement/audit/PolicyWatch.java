// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.events.admin.OperationType;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Notices that a realm's own policy is gone, or another one, without a write through this extension's API: a script, an
 * import, or a tool that writes all attributes of a realm. The fingerprint of the policy that was last known is stored
 * with the floor, out of the tenant's reach.
 */
public final class PolicyWatch {
    private static final Logger LOG = Logger.getLogger(PolicyWatch.class);
    private static final String SEEN = "msp.mfa.policy.seen";
    private static final String NONE = "none";

    /** Beyond this length a text is no policy anyway. */
    private static final int SIGNIFICANT = 65_537;

    private PolicyWatch() {}

    /** The policy as it is now is known: it came with a new realm, or was written through this extension's API. */
    public static void remember(RealmModel realm) {
        Floors.setAttribute(realm, SEEN, fingerprint(RealmPolicies.ownText(realm)));
    }

    /**
     * Compares the policy with the one last known; if it is another one, tells this once the request has ended. No SQL
     * otherwise.
     *
     * @param realm a realm, managed or not
     */
    public static void look(KeycloakSession session, RealmModel realm) {
        Optional<String> own = RealmPolicies.ownText(realm);
        Optional<String> seen = Floors.attribute(realm, SEEN);
        boolean never = own.isEmpty() && seen.isEmpty();
        if (never || seen.equals(Optional.of(fingerprint(own)))) {
            return;
        }
        String realmId = realm.getId();
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                KeycloakModelUtils.runJobInTransaction(sessions, later -> tell(later, realmId));
            }

            @Override
            protected void rollbackImpl() {
                // what was seen does not exist
            }
        });
    }

    /** Decides by the database: the caches of realm and client are not renewed at the same moment. */
    private static void tell(KeycloakSession session, String realmId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // of two requests that saw the change, the second waits here and then finds it told
        database.createQuery("update RealmEntity r set r.name = r.name where r.id = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
        List<Object[]> stored = database.createQuery(
                        "select a.value, c.value from RealmEntity r"
                                + " left join RealmAttributeEntity a on a.realm = r and a.name = :policy"
                                + " left join ClientAttributeEntity c"
                                + " on c.client.id = r.masterAdminClient and c.name = :seen where r.id = :realm",
                        Object[].class)
                .setParameter("policy", RealmPolicies.ATTRIBUTE)
                .setParameter("seen", SEEN)
                .setParameter("realm", realmId)
                .getResultList();
        RealmModel realm = session.realms().getRealm(realmId);
        if (stored.isEmpty() || realm == null) {
            return; // deleted meanwhile
        }
        Optional<String> own = Optional.ofNullable((String) stored.get(0)[0]);
        Optional<String> seen = Optional.ofNullable((String) stored.get(0)[1]);
        String now = fingerprint(own);
        if (seen.equals(Optional.of(now))) {
            return;
        }
        Floors.setAttribute(realm, SEEN, now);
        if (seen.isPresent()) {
            warn(realm, own);
            new Trail(session)
                    .tellPolicy(realm, own.isEmpty() ? OperationType.DELETE : OperationType.UPDATE, readable(own));
            Activity.record(
                    session,
                    realm,
                    Act.of(own.isEmpty() ? Deed.POLICY_REMOVED : Deed.POLICY_CHANGED)
                            .with("noticed", true));
        }
    }

    private static void warn(RealmModel realm, Optional<String> own) {
        String name = realm.getName();
        if (own.isPresent()) {
            LOG.warnf("The MFA policy of realm %s was changed, without a call of the MFA API", LogText.of(name));
        } else if (Floors.text(realm).isPresent()) {
            LOG.warnf("The MFA policy of realm %s is gone, without a call of the MFA API", LogText.of(name));
        } else {
            LOG.warnf(
                    "The MFA policy of realm %s is gone, without a call of the MFA API,"
                            + " so nobody is asked for a second factor there any more",
                    LogText.of(name));
        }
    }

    /** The policy as JSON, in this extension's own spelling; null if there is none, or none that can be read. */
    private static @Nullable String readable(Optional<String> own) {
        try {
            return own.isEmpty() ? null : PolicyWriter.text(PolicyReader.read(own.get()));
        } catch (PolicyRefusedException e) {
            return null;
        }
    }

    private static String fingerprint(Optional<String> own) {
        return own.map(text -> text.length() <= SIGNIFICANT ? text : text.substring(0, SIGNIFICANT) + text.length())
                .map(text -> HashUtils.hash(JavaAlgorithm.SHA256, text.getBytes(StandardCharsets.UTF_8)))
                .map(HexFormat.of()::formatHex)
                .orElse(NONE);
    }
}
