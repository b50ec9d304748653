// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.timer.TimerProvider;

/** Creates what a realm import, an older version or a database script may have left: no guard and no check sees it. */
@Produces(MediaType.TEXT_PLAIN)
public final class Bypass {
    private final KeycloakSession session;

    Bypass(KeycloakSession session) {
        this.session = session;
    }

    @PUT
    @Path("realm-attribute")
    @Consumes(MediaType.APPLICATION_JSON)
    public String setRealmAttribute(@QueryParam("name") String name, String value) {
        realm().setAttribute(name, value);
        return name;
    }

    @PUT
    @Path("organization-attribute")
    public String setOrganizationAttribute(
            @QueryParam("alias") String alias, @QueryParam("name") String name, @QueryParam("value") String value) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getByAlias(alias);
        organization.setAttributes(Map.of(name, List.of(value)));
        return value;
    }

    @DELETE
    @Path("required-action")
    public String loseRequiredAction(@QueryParam("alias") String alias) {
        realm().removeRequiredActionProvider(realm().getRequiredActionProviderByAlias(alias));
        return alias;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    /** Stores a row in each table of the JAR, for a realm that doesn't exist. */
    @PUT
    @Path("vanished-realm")
    public String leaveRows() {
        List.of(
                        "MSP_MFA_USER (REALM_ID, USER_ID, REQUIRED) VALUES ('gone', 'u', FALSE)",
                        "MSP_MFA_DEPARTED (REALM_ID, USER_ID, NAME_HASH, DEPARTED) VALUES ('gone', 'u', 'h', 1)",
                        "MSP_MFA_LINK (REALM_ID, USER_ID, PROVIDER, MADE, WAY) VALUES ('gone', 'u', 'p', 1, 'LOGIN')",
                        "MSP_MFA_ATTEMPT (REALM_ID, USER_ID, ATTEMPT, FAILED, LOCKED_UNTIL) VALUES ('gone', 'u', 1, 1, 0)",
                        "MSP_MFA_USE (REALM_ID, USER_ID, CREDENTIAL_ID, LAST_USED) VALUES ('gone', 'u', 'c', 1)",
                        "MSP_MFA_PHONE (REALM_ID, USER_ID, CREDENTIAL_ID, PHONE_NUMBER) VALUES ('gone', 'u', 'c', '+1')",
                        "MSP_MFA_DEVICE (ID, REALM_ID, USER_ID, FAMILY_HASH, SECRET_HASH, PREVIOUS_HASH, ROTATED,"
                                + " CREATED, LAST_USED, EXPIRES, PASSWORD_SINCE, FACTORS, LABEL, NETWORK)"
                                + " VALUES ('gone', 'gone', 'u', 'f', 's', '-', 0, 1, 1, 9999999999, 1, 'c', 'l', 'n')",
                        "MSP_MFA_PROFILE (REALM_ID, USER_ID, HISTORY, JUDGED, SCORE, CHALLENGED, REASONS, SCORES)"
                                + " VALUES ('gone', 'u', '{}', 1, 1, TRUE, '-', '1:1')",
                        "MSP_MFA_ACTIVITY (REALM_ID, SEQ, DONE_AT, WHAT, CONTENT, PREVIOUS, KEY_ID, SEAL)"
                                + " VALUES ('gone', 1, 1, 'reset', '{}', 'start', 'k', 's')",
                        "MSP_MFA_ACTIVITY_HEAD (REALM_ID, LAST_SEQ, LAST_SEAL, GONE_SEQ, GONE_SEAL, OLDEST, KEY_ID,"
                                + " SEAL) VALUES ('gone', 1, 's', 0, 'start', 1, 'k', 's')")
                .forEach(row ->
                        entityManager().createNativeQuery("INSERT INTO " + row).executeUpdate());
        return "";
    }

    /** How many rows of that realm there are. */
    @GET
    @Path("vanished-realm")
    public String rowsLeft() {
        return Stream.of(
                                "MSP_MFA_USER",
                                "MSP_MFA_DEPARTED",
                                "MSP_MFA_LINK",
                                "MSP_MFA_ATTEMPT",
                                "MSP_MFA_USE",
                                "MSP_MFA_PHONE",
                                "MSP_MFA_DEVICE",
                                "MSP_MFA_PROFILE",
                                "MSP_MFA_ACTIVITY",
                                "MSP_MFA_ACTIVITY_HEAD")
                        .map(table -> "SELECT COUNT(*) FROM " + table + " WHERE REALM_ID = 'gone'")
                        .map(query -> entityManager().createNativeQuery(query).getSingleResult())
                        .mapToLong(count -> ((Number) count).longValue())
                        .sum()
                + "";
    }

    /** The stored history of a user's logins; empty if there is none. */
    @GET
    @Path("history")
    public String history(@QueryParam("user") String user) {
        List<?> rows = entityManager()
                .createNativeQuery("SELECT HISTORY FROM MSP_MFA_PROFILE WHERE REALM_ID = :realm AND USER_ID = :user")
                .setParameter("realm", realm().getId())
                .setParameter("user", user)
                .getResultList();
        return rows.isEmpty() ? "" : String.valueOf(rows.get(0));
    }

    /** Replaces the stored history of a user's logins. */
    @PUT
    @Path("history")
    @Consumes(MediaType.APPLICATION_JSON)
    public String setHistory(@QueryParam("user") String user, String history) {
        int rows = entityManager()
                .createNativeQuery("UPDATE MSP_MFA_PROFILE SET HISTORY = :history"
                        + " WHERE REALM_ID = :realm AND USER_ID = :user")
                .setParameter("history", history)
                .setParameter("realm", realm().getId())
                .setParameter("user", user)
                .executeUpdate();
        return Integer.toString(rows);
    }

    /** Stores of the user's security keys that their makers have attested them, which no simulated key can show. */
    @PUT
    @Path("attested-keys")
    public String attestKeys(@QueryParam("user") String id) {
        UserModel user = session.users().getUserById(realm(), id);
        List<CredentialModel> keys = user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_TWOFACTOR)
                .toList();
        for (CredentialModel key : keys) {
            key.setCredentialData(key.getCredentialData()
                    .replace("\"attestationStatementFormat\":\"none\"", "\"attestationStatementFormat\":\"packed\""));
            user.credentialManager().updateStoredCredential(key);
        }
        return Integer.toString(keys.size());
    }

    /** The ids of the credentials of the realm whose last use is stored. */
    @GET
    @Path("uses")
    public String uses() {
        List<?> ids = entityManager()
                .createNativeQuery("SELECT CREDENTIAL_ID FROM MSP_MFA_USE WHERE REALM_ID = :realm")
                .setParameter("realm", realm().getId())
                .getResultList();
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Overwrites what is stored beside a user's credential about its number. */
    @PUT
    @Path("number")
    public String setNumber(
            @QueryParam("user") String user,
            @QueryParam("number") String number,
            @QueryParam("credential") String credential) {
        int changed = entityManager()
                .createNativeQuery("UPDATE MSP_MFA_PHONE SET PHONE_NUMBER = :number, CREDENTIAL_ID = :credential"
                        + " WHERE REALM_ID = :realm AND USER_ID = :user")
                .setParameter("number", number)
                .setParameter("credential", credential)
                .setParameter("realm", realm().getId())
                .setParameter("user", user)
                .executeUpdate();
        return Integer.toString(changed);
    }

    @DELETE
    @Path("number")
    public String loseNumber(@QueryParam("user") String user) {
        int lost = entityManager()
                .createNativeQuery("DELETE FROM MSP_MFA_PHONE WHERE REALM_ID = :realm AND USER_ID = :user")
                .setParameter("realm", realm().getId())
                .setParameter("user", user)
                .executeUpdate();
        return Integer.toString(lost);
    }

    /** Runs a task of Keycloak's timer now. */
    @POST
    @Path("task")
    public String runTask(@QueryParam("name") String name) {
        Optional.ofNullable(session.getProvider(TimerProvider.class).getTasks().get(name))
                .orElseThrow()
                .getRunnable()
                .run();
        return name;
    }

    /** How many trusted devices of the realm are stored. */
    @GET
    @Path("devices")
    public String devices() {
        return String.valueOf(entityManager()
                .createNativeQuery("SELECT COUNT(*) FROM MSP_MFA_DEVICE WHERE REALM_ID = :realm")
                .setParameter("realm", realm().getId())
                .getSingleResult());
    }

    /** Runs a statement about the realm, whose id is {@code :realm}, as somebody who has the database could. */
    @POST
    @Path("sql")
    @Consumes(MediaType.APPLICATION_JSON)
    public String run(String statement) {
        int rows = entityManager()
                .createNativeQuery(statement)
                .setParameter("realm", realm().getId())
                .executeUpdate();
        return Integer.toString(rows);
    }

    private EntityManager entityManager() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
