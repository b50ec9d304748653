// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.uses;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.credentials.CredentialRows;
import io.mspmfa.providers.users.AfterRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * On which day each factor, or set of codes that stands in for one, was last used in a managed realm. Only the day is
 * reliable: a factor is written at most once per day (UTC) and node, so that a login costs no statement.
 */
public final class FactorUses {
    /** Their table. */
    public static final CredentialRows ROWS = new CredentialRows(UseRow.NAME);

    private static final OnceADay WRITTEN = new OnceADay();

    private static final String OF_USER = " where u.realmId = :realm and u.userId = :user";

    private FactorUses() {}

    /**
     * Records that an answer was verified. Written in a separate transaction, once that of the request has been
     * committed; if this fails, the login continues, and the next use is recorded.
     *
     * @param realm a managed realm
     * @param credentialId of the credential that the answer belongs to
     */
    public static void used(KeycloakSession session, RealmModel realm, UserModel user, String credentialId) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        Used used = new Used(realm.getId(), user.getId(), credentialId);
        long now = ServerTime.seconds();
        AfterRequest.run(
                session,
                "It can't be recorded when a factor was last used",
                () -> WRITTEN.run(
                        used,
                        now,
                        () -> KeycloakModelUtils.runJobInTransaction(factories, own -> write(own, used, now))));
    }

    private record Used(String realmId, String userId, String credentialId) {}

    private static void write(KeycloakSession session, Used used, long seconds) {
        boolean isKnown = execute(
                        session,
                        "update MspMfaUse u set u.lastUsed = :seconds" + OF_USER + " and u.credentialId = :credential",
                        used,
                        seconds)
                > 0;
        if (!isKnown) {
            execute(
                    session,
                    "insert into MspMfaUse (realmId, userId, credentialId, lastUsed)"
                            + " values (:realm, :user, :credential, :seconds)"
                            + " on conflict (realmId, userId, credentialId) do nothing",
                    used,
                    seconds);
            // the request may have removed the credential, as a backup code does that switches everything off
            ROWS.forgetRemoved(session, used.realmId(), used.userId());
        }
    }

    private static int execute(KeycloakSession session, String statement, Used used, long seconds) {
        return ofUser(session, statement, used.realmId(), used.userId())
                .setParameter("credential", used.credentialId())
                .setParameter("seconds", seconds)
                .executeUpdate();
    }

    /**
     * When a user's factors were last used, by the id of the credential: a moment of the day (UTC) of the last use, in
     * seconds since the epoch. What was never used while it was recorded is missing, and there may be credentials that
     * no longer exist. One SQL statement, which no login needs.
     */
    public static Map<String, Long> of(KeycloakSession session, RealmModel realm, UserModel user) {
        return entityManager(session)
                .createQuery(
                        "select u.credentialId as id, u.lastUsed as seconds from MspMfaUse u" + OF_USER, Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("user", user.getId())
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("id", String.class), row -> row.get("seconds", Long.class)));
    }

    private static Query ofUser(KeycloakSession session, String statement, String realmId, String userId) {
        return entityManager(session)
                .createQuery(statement)
                .setParameter("realm", realmId)
                .setParameter("user", userId);
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
