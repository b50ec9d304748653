// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do besides policies and resets is recorded as well, also by Keycloak's own calls (X14). */
class AdminDeedsIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().attempts(5, 3600));

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person reseller;
    private static ActivityRecord record;

    @BeforeAll
    static void people() {
        reseller = STAFF.reseller(TENANT, "manage-mfa");
        record = new ActivityRecord(reseller.api(), TENANT);
    }

    @Test
    void X14_V5_aTenantThatIsCreatedBeginsItsRecordWithThat() {
        AdminApi root = STAFF.superAdmin();
        String realm = "t-" + UUID.randomUUID().toString().substring(0, 8);
        root.post("/master/msp-mfa/tenants", Json.of("{'realm': '" + realm + "', 'floor': {'mode': 'required'}}"));
        try {
            JsonNode items = root.get("/" + realm + "/msp-mfa/activity").path("items");

            assertThat(items.findValuesAsText("what")).endsWith("tenant_created");
            assertThat(items.get(items.size() - 1).at("/details/floor").asBoolean())
                    .isTrue();
            assertThat(items.get(items.size() - 1).at("/by/username").asText()).isEqualTo("admin");
        } finally {
            root.delete("/" + realm);
        }
    }

    @Test
    void X14_sessionsThatAreEndedWithAFloor() {
        reseller.api().put(path("floor?revokeSessions=true"), Json.of("{'mode': 'optional'}"));

        assertThat(record.all().stream().map(item -> item.path("what").asText()).limit(2))
                .containsExactlyInAnyOrder("floor_changed", "sessions_ended");
        assertThat(record.last().at("/by/username").asText())
                .isEqualTo(reseller.user().username());
        reseller.api().delete(path("floor"));
    }

    @Test
    void X14_X16_brandsAreNamedFieldByField() {
        reseller.api().put(path("branding"), Json.of("{'productName': 'Contoso'}"));
        JsonNode changed = record.last();
        reseller.api().delete(path("branding"));

        assertThat(changed.path("what").asText()).isEqualTo("branding_changed");
        assertThat(Json.texts(changed.at("/details/fields"))).containsExactly("productName");
        assertThat(record.last().path("what").asText()).isEqualTo("branding_removed");
    }

    @Test
    void X14_whoBecomesAUserIsNamed() {
        User ada = TENANT.user();

        TENANT.admin().tryPost(TENANT.userPath(ada) + "/impersonation", "{}").ok();

        JsonNode last = record.lastOf(ada);
        assertThat(last.path("what").asText()).isEqualTo("impersonated");
        assertThat(last.at("/by/username").asText()).isEqualTo("admin");
        assertThat(last.at("/by/realm").asText()).isEqualTo("master");
    }

    /** Without Keycloak's own detection, its call finds nothing to do. */
    @Test
    void X14_A46_aResellerEndsALockAndIsNamed() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        Story.enterWrongCodes(TENANT, ada, enrolled, 5).expect(LockedPage.ID);
        assertThat(record.lastOf(ada).path("what").asText()).isEqualTo("locked");

        reseller.api().delete(path("users/" + ada.id() + "/lock"));

        JsonNode last = record.lastOf(ada);
        assertThat(last.path("what").asText()).isEqualTo("unlocked");
        assertThat(last.at("/by/username").asText()).isEqualTo(reseller.user().username());
        RawBrowser browser = new RawBrowser(TENANT);
        assertThat(browser.post(
                                Story.toChallenge(browser, ada),
                                "code",
                                enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    @Test
    void X14_R21_whoForgetsWrongCodesBeforeALockIsNamedToo() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        Story.enterWrongCodes(TENANT, ada, enrolled, 1);

        reseller.api().delete(path("users/" + ada.id() + "/lock"));
        reseller.api().delete(path("users/" + ada.id() + "/lock"));

        assertThat(record.story(ada)).containsOnlyOnce("unlocked");
    }

    @Test
    void R21_nobodyUnlocksThemselves() {
        Person tenant = STAFF.ofTenant(TENANT, "realm-admin");

        Answer refused = tenant.api().tryDelete(path("users/" + tenant.user().id() + "/lock"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("error").asText()).isEqualTo("not_oneself");
    }

    @Test
    void A46_anUnlockEndsKeycloaksOwnPauseToo() {
        TENANT.change(realm -> realm.put("bruteForceProtected", true)
                .put("failureFactor", 3)
                .put("waitIncrementSeconds", 600)
                .put("quickLoginCheckMilliSeconds", 0));
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        for (int i = 0; i < 3; i++) {
            Story.enterWrongCodes(TENANT, ada, enrolled, 1);
        }
        awaitDetected(3, ada);
        new RawBrowser(TENANT).login(ada).expect(LoginPage.ID);

        reseller.api().delete(path("users/" + ada.id() + "/lock"));

        assertThat(detected(ada).path("numFailures").asInt(-1)).isZero();
        assertThat(detected(ada).path("disabled").asBoolean(true)).isFalse();
        Story.toChallenge(new RawBrowser(TENANT), ada);
        TENANT.change(realm -> realm.put("bruteForceProtected", false));
    }

    /** Keycloak counts in the background. */
    private static void awaitDetected(int failures, User user) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (detected(user).path("numFailures").asInt() < failures) {
            assertThat(Instant.now()).as("Keycloak's own count").isBefore(deadline);
        }
    }

    private static JsonNode detected(User user) {
        return TENANT.admin().get("/" + TENANT.name() + "/attack-detection/brute-force/users/" + user.id());
    }

    private static String path(String call) {
        return "/" + TENANT.name() + "/msp-mfa/" + call;
    }
}
