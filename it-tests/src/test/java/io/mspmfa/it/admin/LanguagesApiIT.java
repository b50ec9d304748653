// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API speaks ten languages, and has one code for all of them (X16). */
class LanguagesApiIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person admin;

    @BeforeAll
    static void people() {
        TENANT.change(realm -> realm.put("accessTokenLifespan", 3600));
        admin = STAFF.ofTenant(TENANT, "realm-admin");
        TENANT.admin().put(path("floor"), Json.of("{'graceDays': 7, 'mode': 'optional'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "nl", "pt-BR", "pl", "ja", "ar"})
    void X16_errorsAreInTheCallersLanguageWithTheSameCodes(String language) {
        Answer english = put("en");
        Answer answer = put(language);

        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(text(answer)).isNotBlank().isNotEqualTo(text(english));
        assertThat(field(answer).path("message").asText())
                .contains("7")
                .isNotEqualTo(field(english).path("message").asText());
        assertThat(answer.json().path("error").asText()).isEqualTo("weaker_than_floor");
        assertThat(field(answer).path("code").asText()).isEqualTo("weaker_than_floor");
        assertThat(field(answer).path("params")).isEqualTo(Json.of("{'floor': 7}"));
        assertThat(why(language).path("message").asText())
                .isNotBlank()
                .isNotEqualTo(why("en").path("message").asText());
        assertThat(why(language).path("code")).isEqualTo(why("en").path("code"));
    }

    @Test
    void X16_aGermanHelpDeskReadsGerman() {
        Answer answer = admin.api().in("de-AT,de;q=0.9,en;q=0.8").tryPut(path("policy"), Json.of("{'graceDays': 31}"));

        assertThat(text(answer)).isEqualTo("Die Richtlinie ist ungültig.");
        assertThat(field(answer).path("message").asText()).isEqualTo("muss eine ganze Zahl von 0 bis 30 sein");
        assertThat(field(answer).path("params")).isEqualTo(Json.of("{'min': 0, 'max': 30}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pt | pt-BR",
                "zh, fr;q=0.5 | fr",
                "fr;q=0.5, nl;q=0.9 | nl",
                "zh-Hant-TW | en",
                "* | en",
                "de;q=0 | en",
                "de;q=often | en",
                ";;;,,, | en",
                "../../etc/passwd | en",
                "'de\", ${7*7}' | en"
            })
    void X16_whateverElseIsAskedForIsAnsweredInEnglish(String header, String language) {
        assertThat(put(header).headers().firstValue("Content-Language")).hasValue(language);
    }

    @Test
    void X16_withoutAWishItIsEnglish() {
        Answer answer = admin.api().tryPut(path("policy"), Json.of("{'graceDays': 31}"));

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(text(answer)).isEqualTo("The policy is invalid.");
        assertThat(field(answer).path("message").asText()).isEqualTo("must be a whole number from 0 to 30");
    }

    private static Answer put(String language) {
        return admin.api().in(language).tryPut(path("policy"), Json.of("{'graceDays': 8}"));
    }

    private static String text(Answer answer) {
        return answer.json().path("errorMessage").asText();
    }

    private static JsonNode field(Answer answer) {
        return answer.json().path("fields").path(0);
    }

    private static JsonNode why(String language) {
        User ada = TENANT.user();
        return admin.api()
                .in(language)
                .get(path("users/" + ada.id()))
                .path("why")
                .path(0);
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
