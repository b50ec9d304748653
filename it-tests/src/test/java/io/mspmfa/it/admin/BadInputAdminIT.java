// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.input.NoStackTraces;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input is refused with the field's name, and neither changes nor records anything. */
class BadInputAdminIT {
    private static final int MEGABYTE = 1_048_576;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final NoStackTraces log = new NoStackTraces(TENANT);

    private static User ada;
    private static Staff.Person grace;
    private static AdminApi api;
    private static String before = "";

    @BeforeAll
    static void people() {
        ada = TENANT.user();
        grace = STAFF.reseller(TENANT, "manage-mfa");
        api = grace.api();
        before = state();
    }

    @AfterEach
    void nothingIsChanged() {
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mood': 'required'} | mood",
                "{'mode': 'sometimes'} | mode",
                "{'mode': null} | mode",
                "{'mode': ['required']} | mode",
                "{'methods': []} | methods",
                "{'methods': ['pigeon']} | methods",
                "{'methods': 'totp'} | methods",
                "{'graceDays': 31} | graceDays",
                "{'graceDays': -1} | graceDays",
                "{'graceDays': 1.5} | graceDays",
                "{'graceDays': '7'} | graceDays",
                "{'graceDays': 99999999999999999999} | graceDays",
                "{'selfDisable': 'yes'} | selfDisable",
                "{'exemptRoles': [5]} | exemptRoles",
                "{'exemptRoles': ['']} | exemptRoles",
                "{'attempts': 5} | attempts",
                "{'attempts': {'max': 2}} | attempts.max",
                "{'attempts': {'maximum': 5}} | attempts.maximum",
                "{'attempts.max': 5} | attempts.max",
                "{'rememberDevice': {'days': 366}} | rememberDevice.days",
                "{'backupCodes': {'count': 4}} | backupCodes.count",
                "{'enrolment': {'qrLifetimeSeconds': 601}} | enrolment.qrLifetimeSeconds",
                "{'enrolment': {'backupCodesStep': 'never'}} | enrolment.backupCodesStep",
                "{'notifications': {'contact': 'a\\nb'}} | notifications.contact"
            })
    void aRefusedPolicyNamesThePathOfTheField(String policy, String field) {
        for (String what : List.of("policy", "floor", "policy/preview")) {
            Answer refused = write(what, Json.of(policy).toString());

            assertThat(refused.status()).as(what).isEqualTo(400);
            assertThat(refused.json().path("error").asText()).isEqualTo("invalid_policy");
            assertThat(fields(refused)).as(refused.body()).anyMatch(found -> found.startsWith(field));
            assertThat(refused.json().path("errorMessage").asText()).isNotEmpty();
        }
    }

    @Test
    void allWrongFieldsAreReportedAtOnce() {
        Answer refused = write(
                "policy",
                Json.of("{'mode': 5, 'graceDays': 31, 'attempts': {'max': 1}, 'x': 1}")
                        .toString());

        assertThat(fields(refused)).containsExactlyInAnyOrder("mode", "graceDays", "attempts.max", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "5",
                "null",
                "\"required\"",
                "{",
                "{\"mode\": \"off\"",
                "{} {}",
                "{\"mode\": \"off\", \"mode\": \"required\"}",
                "not json"
            })
    void anythingButAJsonObjectIsRefusedEverywhere(String body) {
        for (String what : List.of(
                "policy", "floor", "policy/preview", user("required"), user("reset"), user("enrolment-links"))) {
            assertThat(write(what, body).status()).as("%s with %s", what, body).isEqualTo(400);
        }
        assertThat(api.tryPut("/master/msp-mfa/tenants/floor", body).status()).isEqualTo(400);
    }

    @Test
    void aBodyOfAMegabyteIsRefusedAndNotRepeated() {
        String big = "{\"mode\": \"" + "x".repeat(MEGABYTE) + "\"}";

        for (String what : List.of("policy", "floor", "policy/preview", user("required"), user("reset"))) {
            Answer refused = write(what, big);
            assertThat(refused.status()).as(what).isIn(400, 413);
            assertThat(refused.body()).hasSizeLessThan(1000);
        }
        String padded = "{\"exemptRoles\": [" + "\"role\", ".repeat(9000) + "\"role\"]}";
        assertThat(write("policy", padded).status()).as("72,000 characters").isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void anotherContentTypeIsRefused(String type) {
        for (String what : List.of("policy/preview", user("reset"), user("enrolment-links"))) {
            Answer refused = Http.to(TENANT.server().uri("/admin/realms" + path(what)))
                    .bearer(grace.login().get())
                    .post(type, "{\"reason\": \"x\"}");

            assertThat(refused.status()).as(what).isIn(400, 415);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "floor?revokeSessions=yes, revokeSessions",
        "floor?force=1, force",
        "policy?force=TRUE, force",
        "policy/preview?layer=tenant, layer"
    })
    void aFlagIsTrueOrFalse(String call, String parameter) {
        Answer refused = write(call, "{\"mode\": \"required\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(parameter);
    }

    private static Answer write(String what, String body) {
        return what.startsWith("policy/") || what.endsWith("reset") || what.endsWith("enrolment-links")
                ? api.tryPost(path(what), body)
                : api.tryPut(path(what), body);
    }

    private static List<String> fields(Answer refused) {
        return refused.json().path("fields").findValuesAsText("field");
    }

    private static String state() {
        JsonNode policy = TENANT.admin().get(path("policy"));
        return policy + "\n" + TENANT.admin().get(path(user(""))) + "\n"
                + TENANT.events().admin().stream()
                        .filter(event -> event.path("resourcePath").asText().startsWith("msp-mfa"))
                        .count();
    }

    private static String user(String what) {
        return "users/" + ada.id() + (what.isEmpty() ? "" : "/" + what);
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
