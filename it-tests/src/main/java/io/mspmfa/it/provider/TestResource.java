// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.cache.UserCache;
import org.keycloak.util.JsonSerialization;

/** {@code /realms/{realm}/msp-mfa-test/...}: open to everyone, because only a test server has it. */
@Produces(MediaType.TEXT_PLAIN)
public final class TestResource {

    private static volatile String cibaApproval = "";

    private final KeycloakSession session;

    TestResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("clock")
    public String now() {
        return Long.toString(Time.currentTimeMillis());
    }

    @PUT
    @Path("clock")
    public String setOffset(@QueryParam("offset") int seconds) {
        Time.setOffset(seconds);
        return now();
    }

    @GET
    @Path("statements")
    public String statements() {
        return Long.toString(statistics().getPrepareStatementCount());
    }

    @DELETE
    @Path("statements")
    public String resetStatements() {
        statistics().setStatisticsEnabled(true);
        statistics().clear();
        return "0";
    }

    /** The bytes of the heap that are in use after garbage was collected. */
    @GET
    @Path("heap")
    public String usedHeap() {
        System.gc();
        return Long.toString(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    @PUT
    @Path("log")
    public String setLogLevel(@QueryParam("logger") String logger, @QueryParam("level") String level) {
        Logger.getLogger(logger).setLevel(Level.parse(level));
        return level;
    }

    /** Changes that pass every guard and check. */
    @Path("bypass")
    public Bypass bypass() {
        return new Bypass(session);
    }

    /** Clears what an administrator clears with {@code clear-realm-cache} and {@code clear-user-cache}. */
    @DELETE
    @Path("caches")
    public String clearCaches() {
        session.getProvider(CacheRealmProvider.class).clear();
        UserCache users = session.getProvider(UserCache.class);
        if (users != null) { // with the feature "stateless", there is none
            users.clear();
        }
        return "0";
    }

    /** A telephone that receives CIBA's request to its owner, and shows it to the tests. */
    @POST
    @Path("ciba")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response takeCibaRequest(@HeaderParam("Authorization") String bearer) {
        cibaApproval = bearer.replaceFirst("(?i)^bearer ", "");
        return Response.status(Response.Status.CREATED).build();
    }

    @GET
    @Path("ciba")
    public String cibaApproval() {
        return cibaApproval;
    }

    @GET
    @Path("credentials")
    @Produces(MediaType.APPLICATION_JSON)
    public String credentials(@QueryParam("username") String username) throws IOException {
        List<Map<String, String>> stored = user(username)
                .credentialManager()
                .getStoredCredentialsStream()
                .map(TestResource::describe)
                .toList();
        return JsonSerialization.writeValueAsString(stored);
    }

    /**
     * What the JAR under test treats as second factors. Uses reflection, because these tests must not be compiled
     * against it.
     */
    @GET
    @Path("factor-types")
    @Produces(MediaType.APPLICATION_JSON)
    public String factorTypes() throws ReflectiveOperationException, IOException {
        List<Object> types = new ArrayList<>();
        Object factors = Class.forName("io.mspmfa.providers.factors.SecondFactors")
                .getField("ALL")
                .get(null);
        Method typesOf =
                Class.forName("io.mspmfa.providers.factors.spi.CredentialKind").getMethod("credentialTypes");
        for (Object factor : (List<?>) factors) {
            types.addAll((List<?>) typesOf.invoke(factor));
        }
        return JsonSerialization.writeValueAsString(types);
    }

    /** How many failures of a user Keycloak's detection has counted, or -1 while it is busy with one. */
    @GET
    @Path("detected-failures")
    public String detectedFailures(@QueryParam("username") String username) {
        return Integer.toString(new DetectedFailures(session.getKeycloakSessionFactory()).of(realm(), user(username)));
    }

    @POST
    @Path("delete-user")
    public String deleteUser(@QueryParam("username") String username) {
        return Boolean.toString(session.users().removeUser(realm(), user(username)));
    }

    /** Stores a credential in front of the others, as another program may have left it: nothing of it is checked. */
    @POST
    @Path("credential")
    @Consumes(MediaType.APPLICATION_JSON)
    public String plant(@QueryParam("username") String username, PlantedCredential credential) {
        return credential.storeFirst(user(username));
    }

    /** From now on, or no longer, logins fail at the very end in realms with {@link BrokenCommit}. */
    @PUT
    @Path("broken-commit")
    public String breakCommits(@QueryParam("broken") boolean broken) {
        BrokenCommit.breakAll(broken);
        return Boolean.toString(broken);
    }

    /** Deletes a user's credentials, and commits once another request waits for one of them. */
    @POST
    @Path("slow-deletion")
    public String deleteSlowly(@QueryParam("username") String username, @QueryParam("type") String type) {
        return Boolean.toString(new SlowDeletion(session).run(user(username), type));
    }

    /** Answers once a deletion is in progress. */
    @GET
    @Path("slow-deletion")
    public String awaitSlowDeletion() throws InterruptedException {
        return Boolean.toString(SlowDeletion.awaitUnderWay());
    }

    /** From now on, anyone who changes one of their credentials in a realm with {@link UpdateGate} has to wait. */
    @DELETE
    @Path("update-gate")
    public String shutGate() {
        UpdateGate.shut();
        return "shut";
    }

    @PUT
    @Path("update-gate")
    public String openGate() {
        UpdateGate.open();
        return "open";
    }

    private static Map<String, String> describe(CredentialModel credential) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("id", credential.getId());
        fields.put("type", credential.getType());
        fields.put("label", String.valueOf(credential.getUserLabel()));
        fields.put("secretData", String.valueOf(credential.getSecretData()));
        fields.put("credentialData", String.valueOf(credential.getCredentialData()));
        return fields;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    private UserModel user(String username) {
        UserModel user = session.users().getUserByUsername(realm(), username);
        if (user == null) {
            throw new IllegalArgumentException("No user " + username);
        }
        return user;
    }

    private Statistics statistics() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
    }
}
