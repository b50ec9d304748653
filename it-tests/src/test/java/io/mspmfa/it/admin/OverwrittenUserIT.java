// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody with manage-realm or manage-users overwrites or deletes a user, in order to get rid of what is stored about them (R39, K19).
 */
class OverwrittenUserIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    /** How the user is made again. */
    enum Way {
        SAME_ID,
        NEW_ID,
        OTHER_NAME_WITH_SAME_ID,
        DELETED_AND_CREATED;

        User remake(User user) {
            String name = this == OTHER_NAME_WITH_SAME_ID ? user.username() + "-2" : user.username();
            String id = this == NEW_ID || this == DELETED_AND_CREATED
                    ? UUID.randomUUID().toString()
                    : user.id();
            ObjectNode json = JSON.createObjectNode().put("username", name);
            json.put("email", user.email()).put("enabled", true).put("emailVerified", true);
            json.put("firstName", "Ada").put("lastName", "Lovelace");
            json.putArray("credentials").addObject().put("type", "password").put("value", user.password());
            if (this == DELETED_AND_CREATED) {
                TENANT.admin().delete(TENANT.userPath(user));
                id = TENANT.admin().post("/" + TENANT.name() + "/users", json);
            } else {
                ObjectNode all = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
                all.putArray("users").add(json.put("id", id));
                TENANT.admin().post("/" + TENANT.name() + "/partialImport", all);
            }
            return new User(id, name, user.email(), user.password());
        }
    }

    @ParameterizedTest
    @EnumSource
    void R39_graceIsNotGivenTwice(Way way) {
        TENANT.setPolicy(Policy.required().graceDays(7));
        User ada = TENANT.user();
        new RawBrowser(TENANT).login(ada).expect(MethodPage.ID);
        String end = status(ada).path("graceEndsAt").asText();
        TENANT.clock().forward(Duration.ofDays(5));

        User again = way.remake(ada);

        assertThat(status(again).path("graceEndsAt").asText()).isEqualTo(end);
        new RawBrowser(TENANT).login(again).expect(MethodPage.ID);
        assertThat(status(again).path("graceEndsAt").asText()).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource
    void K19_theResellersFlagStays(Way way) {
        TENANT.setPolicy(Policy.optional());
        User ada = TENANT.user();
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/required", "{\"required\": true}");

        User again = way.remake(ada);

        assertThat(status(again).path("required").asBoolean()).isTrue();
        new RawBrowser(TENANT).login(again).expect(TotpPage.ID);
    }

    /** Nobody else inherits: a new user of another name starts from scratch. */
    @Test
    void R39_anotherUserInheritsNothing() {
        TENANT.setPolicy(Policy.optional());
        User ada = TENANT.user();
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/required", "{\"required\": true}");
        TENANT.admin().delete(TENANT.userPath(ada));

        User bob = TENANT.user();

        assertThat(status(bob).path("required").asBoolean()).isFalse();
        assertThat(new RawBrowser(TENANT).login(bob).signedIn()).isTrue();
    }

    private static JsonNode status(User user) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + user.id());
    }
}
