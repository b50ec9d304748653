// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of the record that are made in the database show, and its own ways don't break it (X14). */
class ActivityChainIT {
    private static final int RECORDS = 6;
    private static final int WRITERS = 20;
    private static final String ROW = " WHERE REALM_ID = :realm AND SEQ = ";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant BUSY = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant DAMAGED = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant FORGED = Tenant.managed(Policy.optional());

    @BeforeAll
    static void records() {
        record(TENANT, RECORDS);
    }

    @Test
    void X14_anUntouchedChainIsWhole() {
        assertThat(check(TENANT))
                .isEqualTo(Json.of("{'whole': true, 'checked': 6, 'from': 1, 'to': 6, 'brokenAt': null}"));
    }

    @Test
    void X14_aChangedRecordLooksFineAndIsFound() {
        change("UPDATE MSP_MFA_ACTIVITY SET CONTENT = REPLACE(CONTENT, 'admin', 'eve')" + ROW + 3);

        assertThat(by(3)).as("to a reader").isEqualTo("eve");
        assertThat(brokenAt(TENANT)).isEqualTo(3);

        change("UPDATE MSP_MFA_ACTIVITY SET CONTENT = REPLACE(CONTENT, 'eve', 'admin')" + ROW + 3);
        assertThat(check(TENANT).path("whole").asBoolean()).isTrue();
    }

    @Test
    void X14_anotherTimeAndAnotherUserAreFound() {
        change("UPDATE MSP_MFA_ACTIVITY SET DONE_AT = DONE_AT - 1" + ROW + 2);
        assertThat(brokenAt(TENANT)).isEqualTo(2);
        change("UPDATE MSP_MFA_ACTIVITY SET DONE_AT = DONE_AT + 1, USER_ID = CONCAT(USER_ID, 'x')" + ROW + 2);
        assertThat(brokenAt(TENANT)).isEqualTo(2);

        change("UPDATE MSP_MFA_ACTIVITY SET USER_ID = REPLACE(USER_ID, 'x', '')" + ROW + 2);
        assertThat(check(TENANT).path("whole").asBoolean()).isTrue();
    }

    /** With links that fit, as somebody would make them who knows how it is done, but not the key. */
    @Test
    void X14_aSealWithoutTheKeyIsFound() {
        record(FORGED, 3);
        String seal = "x".repeat(43);
        FORGED.probe().sql("UPDATE MSP_MFA_ACTIVITY SET CONTENT = '{}', SEAL = '" + seal + "'" + ROW + 2);
        FORGED.probe().sql("UPDATE MSP_MFA_ACTIVITY SET PREVIOUS = '" + seal + "'" + ROW + 3);

        assertThat(brokenAt(FORGED)).isEqualTo(2);
    }

    @Test
    void X14_aRemovedRecordIsFound() {
        int before = items();
        change("UPDATE MSP_MFA_ACTIVITY SET REALM_ID = 'elsewhere'" + ROW + 2);

        assertThat(items()).as("to a reader").isEqualTo(before - 1);
        assertThat(brokenAt(TENANT)).isEqualTo(2);

        back(2);
    }

    @Test
    void X14_theLastRecordIsMissedAlsoIfTheHeadHasBeenMadeToFit() {
        change("UPDATE MSP_MFA_ACTIVITY SET REALM_ID = 'elsewhere'" + ROW + RECORDS);
        assertThat(brokenAt(TENANT)).isEqualTo(RECORDS);

        String seal = "(SELECT SEAL FROM MSP_MFA_ACTIVITY WHERE REALM_ID = %s AND SEQ = %d)";
        change("UPDATE MSP_MFA_ACTIVITY_HEAD SET LAST_SEQ = " + (RECORDS - 1) + ", LAST_SEAL = "
                + seal.formatted("MSP_MFA_ACTIVITY_HEAD.REALM_ID", RECORDS - 1) + " WHERE REALM_ID = :realm");
        assertThat(items()).as("to a reader").isEqualTo(RECORDS - 1);
        assertThat(brokenAt(TENANT)).isEqualTo(RECORDS);

        change("UPDATE MSP_MFA_ACTIVITY_HEAD SET LAST_SEQ = " + RECORDS + ", LAST_SEAL = "
                + seal.formatted("'elsewhere'", RECORDS) + " WHERE REALM_ID = :realm");
        back(RECORDS);
    }

    @Test
    void X14_aHeadThatIsLostStopsNobodyAndIsNotMadeUpFor() {
        record(DAMAGED, 3);
        assertThat(DAMAGED.probe().sql("DELETE FROM MSP_MFA_ACTIVITY_HEAD WHERE REALM_ID = :realm"))
                .isEqualTo(1);
        assertThat(brokenAt(DAMAGED)).isPositive();

        record(DAMAGED, 2);

        assertThat(new ActivityRecord(DAMAGED.admin(), DAMAGED).all()).hasSize(5);
        assertThat(brokenAt(DAMAGED)).isEqualTo(4);
    }

    @Test
    void X14_parallelWritersMakeOneChainFromItsFirstRecordOn() throws InterruptedException, ExecutionException {
        List<User> users = Stream.generate(BUSY::user).limit(WRITERS).toList();
        String base = "/" + BUSY.name() + "/msp-mfa/users/";

        assertThat(atOnce(users, user -> BUSY.admin().tryPost(base + user.id() + "/enrolment-links", "{}")))
                .containsOnly(201);
        assertThat(check(BUSY))
                .isEqualTo(Json.of("{'whole': true, 'checked': 20, 'from': 1, 'to': 20, 'brokenAt': null}"));

        record(BUSY, 1); // the first requirement of a realm is marked elsewhere
        assertThat(atOnce(users, user -> BUSY.admin().tryPut(required(BUSY, user), "{\"required\": true}")))
                .containsOnly(204);
        assertThat(check(BUSY))
                .isEqualTo(Json.of("{'whole': true, 'checked': 41, 'from': 1, 'to': 41, 'brokenAt': null}"));
    }

    private static List<Integer> atOnce(List<User> users, Function<User, Answer> call)
            throws InterruptedException, ExecutionException {
        List<Callable<Integer>> writers = users.stream()
                .map(user -> (Callable<Integer>) () -> call.apply(user).status())
                .toList();
        return Parallel.run(writers);
    }

    private static void record(Tenant tenant, int records) {
        User user = tenant.user();
        for (int i = 0; i < records; i++) {
            tenant.admin().put(required(tenant, user), "{\"required\": " + (i % 2 == 0) + "}");
        }
    }

    private static String required(Tenant tenant, User user) {
        return "/" + tenant.name() + "/msp-mfa/users/" + user.id() + "/required";
    }

    private static JsonNode check(Tenant tenant) {
        return new ActivityRecord(tenant.admin(), tenant).check();
    }

    private static int brokenAt(Tenant tenant) {
        JsonNode found = check(tenant);
        assertThat(found.path("whole").asBoolean()).as(found.toString()).isFalse();
        return found.path("brokenAt").asInt();
    }

    private static int items() {
        return new ActivityRecord(TENANT.admin(), TENANT).all().size();
    }

    private static String by(int seq) {
        return new ActivityRecord(TENANT.admin(), TENANT)
                .page("max=1&after=" + (seq + 1))
                .at("/items/0/by/username")
                .asText();
    }

    private static void change(String statement) {
        assertThat(TENANT.probe().sql(statement)).as(statement).isEqualTo(1);
    }

    /** Undoes a removal. */
    private static void back(int seq) {
        change("UPDATE MSP_MFA_ACTIVITY SET REALM_ID = :realm WHERE REALM_ID = 'elsewhere' AND SEQ = " + seq);
        assertThat(check(TENANT).path("whole").asBoolean()).isTrue();
    }
}
