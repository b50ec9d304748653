// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom a list of users can be narrowed to, and its orders (K11, A52, A54). */
class UserFiltersIT {
    private static final String EVERYBODYS_ROLE = "offline_access";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().backupCodes(5));

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static String boss;
    private static String enrolled;
    private static List<String> others;

    /** An administrator, a user who has set up an app and used it, three without a factor, and one of a directory. */
    @BeforeAll
    static void people() {
        boss = STAFF.ofTenant(TENANT, "view-users").user().username();
        User user = TENANT.user();
        enrolled = user.username();
        Story.enrol(TENANT, user);
        others = List.of(
                TENANT.user().username(),
                TENANT.user().username(),
                TENANT.user().username());
        TENANT.addReadOnlyUsers();
        String directory = TENANT.admin()
                .get("/" + TENANT.name() + "/components?type=org.keycloak.storage.UserStorageProvider")
                .path(0)
                .path("id")
                .asText();
        TENANT.admin().put(path("users/f:" + directory + ":readonly1/required"), "{\"required\": true}");
    }

    @AfterEach
    void optional() {
        TENANT.setPolicy(Policy.optional().backupCodes(5));
    }

    @Test
    void A52_byNameOnlyWhoIsRequiredIndividuallyMustEnrol() {
        assertThat(found("state=mustEnrol")).containsExactly("readonly1");
        assertThat(summary().path("required").asInt()).isEqualTo(1);
        assertThat(summary().path("mustEnrol").asInt()).isEqualTo(1);
    }

    @Test
    void A52_underAPolicyForAllEverybodyWithoutAFactorMustEnrol() {
        TENANT.setPolicy(Policy.required());

        assertThat(found("state=mustEnrol"))
                .contains(boss, "readonly1")
                .containsAll(others)
                .hasSize(5);
        assertThat(row(boss).path("mustEnrol").asBoolean()).isTrue();
        assertThat(row(enrolled).path("mustEnrol").asBoolean(true)).isFalse();
        assertThat(summary().path("required").asInt()).isEqualTo(6);
        assertThat(summary().path("mustEnrol").asInt()).isEqualTo(5);
    }

    @Test
    void A52_rolesDecideWhoMustEnrol() {
        TENANT.setPolicy(Policy.required().exemptRoles(EVERYBODYS_ROLE));
        assertThat(found("state=mustEnrol"))
                .as("a role that all have by default")
                .containsExactly("readonly1");
        assertThat(summary().path("mustEnrol").asInt()).isEqualTo(1);

        setRequiredRole("realm-management.view-users");
        assertThat(found("state=mustEnrol")).containsExactlyInAnyOrder(boss, "readonly1");
        assertThat(summary().path("mustEnrol").asInt()).isEqualTo(2);

        setRequiredRole("gone");
        assertThat(found("state=mustEnrol"))
                .as("a role that doesn't exist stands for everyone")
                .hasSize(5);
        assertThat(summary().path("mustEnrol").asInt()).isEqualTo(5);
    }

    @Test
    void K11_administratorsAreMarkedAndCanBeFound() {
        assertThat(found("admin=true")).containsExactly(boss);
        assertThat(found("admin=false")).hasSize(5).doesNotContain(boss);
        assertThat(row(boss).path("isAdmin").asBoolean()).isTrue();
        assertThat(row(enrolled).path("isAdmin").asBoolean(true)).isFalse();
        JsonNode one = TENANT.admin().get(path("users/" + row(boss).path("id").asText()));
        assertThat(one.path("isAdmin").asBoolean()).isTrue();
    }

    @Test
    void A54_whoProvedAFactorLastComesFirstOrLast() {
        TENANT.setPolicy(Policy.optional().backupCodes(5));
        assertThat(pages("sort=lastChallengeAt&order=desc"))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .startsWith(enrolled);
        assertThat(pages("sort=lastChallengeAt"))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .endsWith(enrolled);
        assertThat(pages("order=desc")).hasSize(6).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(status("sort=email")).isEqualTo(400);
        assertThat(status("after=e30")).isEqualTo(400);
    }

    @Test
    void K11_whoIsRunningOutOfBackupCodesIsFound() {
        assertThat(row(enrolled).path("backupCodesRemaining").asInt()).isEqualTo(5);

        assertThat(found("backupCodesBelow=6")).containsExactly(enrolled);
        assertThat(found("backupCodesBelow=5")).isEmpty();
        assertThat(status("backupCodesBelow=21")).isEqualTo(400);
    }

    private static void setRequiredRole(String role) {
        TENANT.admin().put(path("policy"), Json.of("{'mode': 'required', 'requiredRoles': ['" + role + "']}"));
    }

    private static JsonNode summary() {
        return TENANT.admin().get(path("summary"));
    }

    private static JsonNode row(String username) {
        return TENANT.admin().get(path("users?search=" + username)).at("/items/0");
    }

    private static List<String> found(String query) {
        return TENANT.admin().get(path("users?" + query)).path("items").findValuesAsText("username");
    }

    private static List<String> pages(String query) {
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = TENANT.admin().get(path("users?max=2&" + query + (next.isEmpty() ? "" : "&after=" + next)));
            names.addAll(page.path("items").findValuesAsText("username"));
            next = page.path("next").asText("");
        } while (!next.isEmpty() && names.size() < 9);
        return names;
    }

    private static int status(String query) {
        return TENANT.admin().tryGet(path("users?" + query)).status();
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
