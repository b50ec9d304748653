// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import io.mspmfa.providers.credentials.CredentialRows;
import io.mspmfa.providers.store.Hold;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Which users of a realm get codes at which number. A number belongs to a user only as long as the credential exists that
 * it was stored with, in whatever way that is removed.
 */
public final class PhoneOwners {
    /** Their table. */
    public static final CredentialRows ROWS = new CredentialRows(PhoneRow.NAME);

    private final KeycloakSession session;
    private final RealmModel realm;

    /** The users of a realm. */
    public PhoneOwners(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Whether a number belongs to somebody else in the realm. Never tell it to anyone who has not proved the number: it
     * would say who has an account. One SQL statement, in a transaction of its own, because some databases show an older
     * one what was true when it began.
     */
    public boolean isTaken(UserModel user, PhoneNumber number) {
        String realmId = realm.getId();
        String userId = user.getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                own -> !entityManager(own)
                        .createQuery(
                                "select t.userId from MspMfaPhone t where t.realmId = :realm and t.e164 = :number"
                                        + " and t.userId <> :user and " + CredentialRows.HAS_CREDENTIAL,
                                String.class)
                        .setParameter("realm", realmId)
                        .setParameter("number", number.e164())
                        .setParameter("user", userId)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    /**
     * Reserves a number for a user until the request's transaction has ended; false if it belongs to somebody else, or is
     * about to.
     */
    public boolean reserve(UserModel user, PhoneNumber number) {
        // not the number itself, which would stay in the store for a while
        String key = "msp.mfa.phone." + realm.getId() + "."
                + Integer.toHexString(number.e164().hashCode());
        return Hold.take(session, key) && !isTaken(user, number);
    }

    /** Stores that a number belongs to a user, in place of one before, in the request's transaction. */
    public void store(UserModel user, PhoneNumber number, String credentialId) {
        ROWS.forget(session, realm.getId(), user.getId());
        Query insert = entityManager(session)
                .createQuery("insert into MspMfaPhone (realmId, userId, credentialId, e164)"
                        + " values (:realm, :user, :credential, :number)");
        insert.setParameter("realm", realm.getId())
                .setParameter("user", user.getId())
                .setParameter("credential", credentialId)
                .setParameter("number", number.e164())
                .executeUpdate();
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
