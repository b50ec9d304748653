// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.profiles;

import io.mspmfa.providers.users.AfterRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The SQL statements on MSP_MFA_PROFILE, each of them one, in the transaction of a session. No entity is ever loaded, so
 * that no stale one can be found after another transaction has written the row.
 */
public final class Profiles {
    private static final Logger LOG = Logger.getLogger(Profiles.class);
    private static final int TRIES = 3;
    private static final String OF_USER = "p.realmId = :realm and p.userId = :user";

    private final EntityManager em;

    public Profiles(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** What is stored of a user's logins; empty if nothing is. */
    public Optional<Profile> find(String realmId, String userId) {
        return em.createQuery(
                        "select p.history as history, p.judged as judged, p.score as score,"
                                + " p.challenged as challenged, p.reasons as reasons, p.scores as scores from MspMfaProfile p where "
                                + OF_USER,
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst()
                .map(Profiles::profile);
    }

    private static Profile profile(Tuple row) {
        return new Profile(
                row.get("history", String.class),
                row.get("judged", Long.class),
                row.get("score", Integer.class),
                row.get("challenged", Boolean.class),
                Profile.reasonsOf(row.get("reasons", String.class)),
                row.get("scores", String.class));
    }

    /**
     * Stores a user's profile once the request's transaction has been committed, in one of its own. Only on top of what
     * the login has read: of two logins at the same moment the first one wins, and what has been forgotten in the
     * meantime stays forgotten. If it fails, the login continues.
     *
     * @param before as the login has read it; empty if there was none
     */
    public static void storeAfterRequest(
            KeycloakSession session, String realmId, String userId, Optional<Profile> before, Profile after) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        AfterRequest.run(
                session,
                "A login can't be added to its user's profile",
                () -> store(factories, realmId, userId, before, after));
    }

    /** Not every database spares the loser of a race a violation of the key, so the loser tries again. */
    private static void store(
            KeycloakSessionFactory factories, String realmId, String userId, Optional<Profile> before, Profile after) {
        for (int attempt = 1; ; attempt++) {
            try {
                KeycloakModelUtils.runJobInTransaction(
                        factories, own -> new Profiles(own).write(realmId, userId, before, after));
                return;
            } catch (ModelException | PersistenceException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LOG.debugf(e, "Another request makes the same row at this moment");
            }
        }
    }

    private void write(String realmId, String userId, Optional<Profile> before, Profile after) {
        Query query = before.map(this::update).orElseGet(this::insert);
        query.setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("history", after.history())
                .setParameter("judged", after.judged())
                .setParameter("score", after.score())
                .setParameter("challenged", after.challenged())
                .setParameter("reasons", after.reasonsText())
                .setParameter("scores", after.scores())
                .executeUpdate();
    }

    private Query update(Profile before) {
        return em.createQuery("update MspMfaProfile p set p.history = :history, p.judged = :judged, p.score = :score,"
                        + " p.challenged = :challenged, p.reasons = :reasons, p.scores = :scores where " + OF_USER
                        + " and p.judged = :judgedBefore and p.history = :historyBefore")
                .setParameter("judgedBefore", before.judged())
                .setParameter("historyBefore", before.history());
    }

    private Query insert() {
        return em.createQuery(
                "insert into MspMfaProfile (realmId, userId, history, judged, score, challenged, reasons, scores)"
                        + " values (:realm, :user, :history, :judged, :score, :challenged, :reasons, :scores)"
                        + " on conflict (realmId, userId) do nothing");
    }

    /** Forgets a user's logins, in the request's transaction. */
    public void forget(String realmId, String userId) {
        em.createQuery("delete from MspMfaProfile p where " + OF_USER)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Forgets the logins of users who disappeared together with their directory. */
    public void forgetVanished(String realmId) {
        em.createQuery("delete from MspMfaProfile p where p.realmId = :realm"
                        + " and not exists (select u.id from UserEntity u where u.id = p.userId)"
                        + " and not exists (select c.id from ComponentEntity c"
                        + " where c.realm.id = p.realmId and p.userId like concat('f:', c.id, ':%'))")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
