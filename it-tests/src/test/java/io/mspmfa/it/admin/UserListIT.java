// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of users: pages, search and filters (K11, A52, A53). */
class UserListIT {
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant CROWD = Tenant.managed(Policy.optional());

    @BeforeAll
    static void sevenUsersARobotAndADirectory() {
        CROWD.admin()
                .post(
                        "/" + CROWD.name() + "/clients",
                        Json.of("{'clientId': 'robot', 'publicClient': false, 'serviceAccountsEnabled': true}"));
        for (int i = 0; i < 6; i++) {
            CROWD.user();
        }
        CROWD.userWithStockOtp(SECRET);
        CROWD.addReadOnlyUsers();
        requireOfDirectoryUser("readonly1");
    }

    @Test
    void K11_thePagesListEveryUserOnceByNameAndNoServiceAccounts() {
        List<String> names = new ArrayList<>();
        int pages = 0;
        String next = "";
        do {
            JsonNode page = CROWD.admin().get(path(CROWD, "users?max=3" + (next.isEmpty() ? "" : "&after=" + next)));
            assertThat(page.path("items").size()).isBetween(1, 3);
            names.addAll(page.path("items").findValuesAsText("username"));
            next = page.path("next").asText("");
            pages++;
        } while (!next.isEmpty() && pages < 9);

        assertThat(pages).isEqualTo(3);
        assertThat(names)
                .isSorted()
                .containsExactly("ada1", "ada2", "ada3", "ada4", "ada5", "ada6", "ada7", "readonly1");
    }

    @Test
    void A52_A53_K11_usersCanBeSearchedAndFiltered() {
        assertThat(found("enrolled=true")).containsExactly("ada7");
        assertThat(found("method=totp")).containsExactly("ada7");
        assertThat(found("method=sms")).isEmpty();
        assertThat(found("enrolled=false")).hasSize(7).doesNotContain("ada7");
        assertThat(found("search=ADA3")).as("by name").containsExactly("ada3");
        assertThat(found("search=ada4@acme")).as("by address").containsExactly("ada4");
        assertThat(found("search=lovelace")).as("by last name").hasSize(7);
        assertThat(found("search=%25")).as("a percent sign is no joker").isEmpty();
        assertThat(found("search=_da1")).as("nor is an underscore").isEmpty();
        assertThat(found("search=readonly")).containsExactly("readonly1");
        assertThat(CROWD.admin()
                        .get(path(CROWD, "users?enrolled=false&search=ada&max=2"))
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void K11_A52_usersCanBeFilteredByTheirState() {
        assertThat(found("state=required")).containsExactly("readonly1");
        assertThat(found("state=required&search=ada")).isEmpty();
        assertThat(found("state=locked")).isEmpty();
        assertThat(found("state=inGrace")).isEmpty();
        assertThat(CROWD.admin().tryGet(path(CROWD, "users?state=asleep")).status())
                .isEqualTo(400);
    }

    @Test
    void K11_A53_onlyWhoAsksLearnsHowManyThereAre() {
        assertThat(CROWD.admin().get(path(CROWD, "users?max=3")).path("total").isNull())
                .isTrue();
        assertThat(total("max=3")).isEqualTo(8);
        assertThat(total("search=lovelace")).isEqualTo(7);
        assertThat(total("enrolled=true")).isEqualTo(1);
        assertThat(total("state=required")).isEqualTo(1);
        assertThat(total("method=sms")).isZero();
    }

    @Test
    void K11_aRowNamesThePersonAndTheDirectory() {
        JsonNode ada = CROWD.admin().get(path(CROWD, "users?search=ada1")).at("/items/0");
        JsonNode directory =
                CROWD.admin().get(path(CROWD, "users?search=readonly")).at("/items/0");

        assertThat(ada.path("lastName").asText()).isEqualTo("Lovelace");
        assertThat(ada.path("federated").asBoolean(true)).isFalse();
        assertThat(directory.path("federated").asBoolean()).isTrue();
    }

    private static int total(String query) {
        return CROWD.admin()
                .get(path(CROWD, "users?total=true&" + query))
                .path("total")
                .asInt(-1);
    }

    private static void requireOfDirectoryUser(String name) {
        String components = "/" + CROWD.name() + "/components?type=org.keycloak.storage.UserStorageProvider";
        String directory = CROWD.admin().get(components).path(0).path("id").asText();
        String id = "f:" + directory + ":" + name;
        CROWD.admin().put(path(CROWD, "users/" + id + "/required"), "{\"required\": true}");
    }

    private static List<String> found(String query) {
        return CROWD.admin().get(path(CROWD, "users?" + query)).path("items").findValuesAsText("username");
    }

    private static String path(Tenant tenant, String what) {
        return "/" + tenant.name() + "/msp-mfa/" + what;
    }
}
