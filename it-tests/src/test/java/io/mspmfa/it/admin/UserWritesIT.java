// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an administrator can do for a single user: the required flag (K12, K19), the reset (A55, R28), devices. */
class UserWritesIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant UNMANAGED = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @BeforeEach
    void optional() {
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void K12_K19_theFlagRequiresASecondFactorOfOneUserOnly() {
        User ada = TENANT.user();
        User bob = TENANT.user();
        require(ada, true);
        require(ada, true);

        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
        assertThat(new RawBrowser(TENANT).login(bob).signedIn()).isTrue();
        assertThat(status(ada).path("required").asBoolean()).isTrue();
        assertThat(status(ada).path("why").path(0).path("code").asText()).isEqualTo("required_of_user");

        require(ada, false);
        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();
        assertThat(status(ada).path("required").asBoolean(true)).isFalse();
    }

    @Test
    void K19_theFlagWorksWhereThePolicyIsOff() {
        TENANT.setPolicy(Policy.off());
        User ada = TENANT.user();
        require(ada, true);

        RawBrowser browser = new RawBrowser(TENANT);
        Enrolled enrolled = Story.setUp(TENANT, browser, browser.login(ada).expect(TotpPage.ID));
        RawBrowser other = new RawBrowser(TENANT);

        assertThat(other.post(
                                Story.toChallenge(other, ada),
                                "code",
                                enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
        require(ada, false);
        assertThat(new RawBrowser(TENANT).login(ada).signedIn())
                .as("off is off")
                .isTrue();
    }

    @Test
    void K19_inAnUnmanagedRealmThereIsNoFlagAndNoLink() {
        User ada = UNMANAGED.user();
        String user = "/" + UNMANAGED.name() + "/msp-mfa/users/" + ada.id();

        Answer flag = UNMANAGED.admin().tryPut(user + "/required", "{\"required\": true}");
        Answer link = UNMANAGED.admin().tryPost(user + "/enrolment-links", "{}");

        assertThat(List.of(flag, link)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("error").asText()).isEqualTo("not_managed");
        });
        assertThat(UNMANAGED.admin().get(user).path("why").path(0).path("code").asText())
                .isEqualTo("not_managed");
    }

    @Test
    void A55_R28_V18_aResetRemovesAllFactorsPendingSetUpsAndSessions() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        TENANT.setPolicy(Policy.required().graceDays(5));
        TokenResult offline = TestApp.grant(
                TENANT,
                "password",
                "username",
                ada.username(),
                "password",
                ada.password(),
                "otp",
                enrolled.phone().freshCode(),
                "scope",
                "openid offline_access");
        assertThat(offline.signedIn()).as("%s", offline.body()).isTrue();
        TENANT.changeUser(
                ada,
                json -> json.putArray("requiredActions").add("CONFIGURE_TOTP").add("UPDATE_PASSWORD"));
        assertThat(TENANT.sessions(ada)).isPositive();

        assertThat(reset(ada, "lost phone").status()).isEqualTo(204);

        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        assertThat(Json.texts(TENANT.admin().get(TENANT.userPath(ada)).path("requiredActions")))
                .containsExactly("UPDATE_PASSWORD");
        assertThat(TENANT.sessions(ada)).isZero();
        assertThat(TestApp.refresh(TENANT, offline).signedIn()).isFalse();
        TENANT.changeUser(ada, json -> json.putArray("requiredActions"));
        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .as("the old app")
                .isFalse();
    }

    @Test
    void R28_offlineSessionsEndToo() {
        User ada = TENANT.user();
        TokenResult offline = TestApp.grant(
                TENANT,
                "password",
                "username",
                ada.username(),
                "password",
                ada.password(),
                "scope",
                "openid offline_access");
        assertThat(TestApp.refresh(TENANT, offline).signedIn()).isTrue();

        reset(ada, "stolen laptop").ok();

        assertThat(TestApp.refresh(TENANT, offline).signedIn()).isFalse();
    }

    @Test
    void R28_aResetRevokesAnOpenEnrolmentLink() {
        User ada = TENANT.user();
        URI link = TENANT.enrolmentLink(ada);

        reset(ada, "sent to the wrong person").ok();

        new RawBrowser(TENANT).get(link).expect(KeycloakErrorPage.ID);
    }

    @Test
    void R28_nobodyCanResetOrCreateALinkForTheirOwnAccount() {
        Person admin = STAFF.ofTenant(TENANT, "realm-admin");
        String self = path("users/" + admin.user().id());

        Answer reset = admin.api().tryPost(self + "/reset", "{\"reason\": \"me\"}");
        Answer link = admin.api().tryPost(self + "/enrolment-links", "{}");

        assertThat(List.of(reset, link)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("error").asText()).isEqualTo("not_oneself");
        });
    }

    @Test
    void R28_withoutAReasonNothingIsReset() {
        User ada = TENANT.user();
        Story.enrol(TENANT, ada);

        for (String body : List.of("{}", "{\"reason\": \"  \"}", "{\"reason\": 5}")) {
            Answer refused = TENANT.admin().tryPost(path("users/" + ada.id() + "/reset"), body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("fields").findValuesAsText("field")).containsExactly("reason");
        }
        assertThat(status(ada).path("enrolled").asBoolean()).isTrue();
        assertThat(TENANT.sessions(ada)).isPositive();
    }

    @Test
    void A56_deletingDevicesWithoutAnyDeletesNothing() {
        User ada = TENANT.user();
        Answer all = TENANT.admin().tryDelete(path("users/" + ada.id() + "/devices"));
        Answer one = TENANT.admin().tryDelete(path("users/" + ada.id() + "/devices/1"));

        assertThat(all.status()).isEqualTo(204);
        assertThat(one.status()).isEqualTo(404);
        assertThat(one.json().path("error").asText()).isEqualTo("device_not_found");
    }

    private static void require(User user, boolean required) {
        TENANT.admin().put(path("users/" + user.id() + "/required"), "{\"required\": " + required + "}");
    }

    private static Answer reset(User user, String reason) {
        return TENANT.admin().tryPost(path("users/" + user.id() + "/reset"), "{\"reason\": \"" + reason + "\"}");
    }

    private static JsonNode status(User user) {
        return TENANT.admin().get(path("users/" + user.id()));
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
