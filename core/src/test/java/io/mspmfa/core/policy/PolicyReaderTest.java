// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.core.sentences.Said;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    @Test
    void readWhenContractExampleThenEveryFieldIsNamed() throws PolicyRefusedException {
        PolicyLayer layer = PolicyReader.read(PolicyDocuments.CONTRACT);

        assertThat(PolicyField.ALL)
                .allSatisfy(field -> assertThat(layer.get(field)).isPresent());
        assertThat(layer.get(PolicyField.MODE)).contains(Mode.ADAPTIVE);
        assertThat(layer.get(PolicyField.METHODS)).contains(Set.of(Method.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\n} ", "{\"enrolment\": {}, \"attempts\": {}}"})
    void readWhenTheDocumentIsEmptyThenNoFieldIsSet(String json) throws PolicyRefusedException {
        PolicyLayer layer = PolicyReader.read(json);

        assertThat(PolicyField.ALL)
                .allSatisfy(field -> assertThat(layer.get(field)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                        | "off"                | OFF
            mode                        | "optional"           | OPTIONAL
            mode                        | "adaptive"           | ADAPTIVE
            mode                        | "required"           | REQUIRED
            methods                     | ["sms", "sms"]       | [SMS]
            defaultMethod               | "webauthn"           | WEBAUTHN
            graceDays                   | 0                    | 0
            graceDays                   | 30                   | 30
            localUsersOnly              | false                | false
            selfDisable                 | true                 | true
            exemptRoles                 | []                   | []
            exemptRoles                 | ["a role"]           | [a role]
            requiredRoles               | ["r"]                | [r]
            allowExemptions             | false                | false
            rememberDevice.enabled      | true                 | true
            rememberDevice.days         | 1                    | 1
            rememberDevice.days         | 365                  | 365
            backupCodes.count           | 5                    | 5
            backupCodes.count           | 20                   | 20
            enrolment.otpsRequired      | 1                    | 1
            enrolment.otpsRequired      | 2                    | 2
            enrolment.backupCodesStep   | "before"             | BEFORE
            enrolment.backupCodesStep   | "after"              | AFTER
            enrolment.qrLifetimeSeconds | 60                   | 60
            enrolment.qrLifetimeSeconds | 600                  | 600
            enrolment.showQrOnRequest   | true                 | true
            enrolment.revealKeyOnClick  | false                | false
            attempts.max                | 3                    | 3
            attempts.max                | 100                  | 100
            attempts.lockSeconds        | 1                    | 1
            attempts.lockSeconds        | 3600                 | 3600
            adaptive.threshold          | 1                    | 1
            adaptive.threshold          | 100                  | 100
            adaptive.trustedNetworks    | ["10.0.0.0/8"]       | [10.0.0.0/8]
            adaptive.enrolWhenRisky     | true                 | true
            sms.unique                  | true                 | true
            sms.types                   | []                   | []
            sms.types                   | ["FIXED_LINE"]       | [FIXED_LINE]
            sms.sender                  | "Acme & Co-1"        | Acme & Co-1
            sms.text                    | "Zoë: {code} – ok"   | Zoë: {code} – ok
            email.forAdmins             | true                 | true
            registration.optIn          | "off"                | OFF
            registration.optIn          | "preChecked"         | PRE_CHECKED
            registration.signInAgain    | false                | false
            notifications.email         | false                | false
            notifications.contact       | ""                   | ''
            notifications.contact       | "IT, 用户 ☎ 1"        | IT, 用户 ☎ 1
            """)
    void readWhenValueIsAllowedThenTheLayerSetsItAndNothingElse(String path, String json, String value)
            throws PolicyRefusedException {
        PolicyLayer layer = PolicyReader.read(PolicyDocuments.of(path, json));

        assertThat(PolicyField.ALL.stream().filter(field -> layer.get(field).isPresent()))
                .<Object>map(PolicyField::path)
                .containsExactly(path);
        assertThat(layer.get(PolicyDocuments.field(path)).map(Object::toString)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                        | "on" / "OFF" / " off" / "" / 3 / true / null / ["off"] / {}
            methods                     | [] / "totp" / ["otp"] / ["TOTP"] / ["totp", "otp"] / [null] / [["totp"]] / {} / null / true
            defaultMethod               | "otp" / "TOTP" / "" / ["totp"] / 0 / null / {}
            graceDays                   | -1 / 31 / 1.0 / 0.5 / 1e1 / "1" / "" / true / null / [1] / {} / 4294967296 / 18446744073709551616
            localUsersOnly              | "true" / 0 / 1 / null / [] / {}
            selfDisable                 | "false" / 0 / 1 / null / [] / {}
            exemptRoles                 | "r" / [""] / [" "] / [1] / [null] / [["r"]] / ["r", false] / {} / null
            requiredRoles               | "r" / [""] / [" "] / [1] / [null] / [["r"]] / ["r", {}] / {} / null
            allowExemptions             | "true" / 0 / 1 / null / [] / {}
            rememberDevice              | true / "on" / 30 / null / [] / [{}]
            rememberDevice.enabled      | "true" / 0 / 1 / null / [] / {}
            rememberDevice.days         | 0 / 366 / -1 / 1.0 / "30" / true / null / [30] / {}
            backupCodes                 | 10 / "10" / true / null / [10]
            backupCodes.count           | 4 / 21 / 0 / -10 / 10.0 / "10" / true / null / [10] / {}
            enrolment                   | 2 / "before" / false / null / []
            enrolment.otpsRequired      | 0 / 3 / -1 / 1.0 / "2" / true / null / [2] / {"x": 1}
            enrolment.backupCodesStep   | "BEFORE" / "never" / "" / 1 / true / null / ["after"] / {}
            enrolment.qrLifetimeSeconds | 59 / 601 / 0 / -180 / 180.0 / "180" / true / null / [180] / {}
            enrolment.showQrOnRequest   | "true" / 0 / 1 / null / [] / {}
            enrolment.revealKeyOnClick  | "true" / 0 / 1 / null / [] / {}
            attempts                    | 5 / "5" / true / null / [5]
            attempts.max                | 2 / 101 / 0 / -5 / 5.0 / "5" / true / null / [5] / {}
            attempts.lockSeconds        | 0 / 3601 / -30 / 30.0 / "30" / true / null / [30] / {}
            adaptive                    | 50 / "50" / true / null / []
            adaptive.threshold          | 0 / 101 / -1 / 50.0 / "50" / true / null / [50] / {}
            adaptive.trustedNetworks    | "n" / [""] / [1] / [null] / [["n"]] / {} / null
            adaptive.enrolWhenRisky     | "true" / 0 / 1 / null / [] / {}
            sms                         | true / "on" / 1 / null / []
            sms.unique                  | "true" / 0 / 1 / null / [] / {}
            sms.types                   | "MOBILE" / ["mobile"] / ["PREMIUM_RATE"] / ["TOLL_FREE"] / [null] / [""] / {} / null
            sms.sender                  | 1 / null / [] / "Acme and Sons" / "Müller" / " Acme" / "12" / "123456789" / "+12" / "+0151123456" / "+49 151 12345678" / "A{code}" / "A\\nB"
            sms.text                    | 1 / null / [] / "no code" / "{code} {code}" / "{Code}" / "{code}\\n" / "a\\u202e {code}" / "a\\u200b {code}"
            email.forAdmins             | 0 / 1 / "true" / [] / {} / null
            registration                | true / "offered" / 1 / null / []
            registration.optIn          | "on" / "prechecked" / "OFF" / "" / 1 / true / null / ["off"] / {}
            registration.signInAgain    | "true" / 0 / 1 / null / [] / {}
            notifications               | true / "on" / 1 / null / []
            notifications.email         | "true" / 0 / 1 / null / [] / {}
            notifications.contact       | 1 / true / null / ["a"] / {} / "a\\nb" / "\\r" / "\\t" / "\\u0000" / "\\u007f" / "\\u0085" / "\\u2028" / "\\u2029" / "\\ud83d"
            unknown                     | 1 / {} / null
            Mode                        | "off"
            enrolment.unknown           | 1 / {} / null
            enrolment.max               | 5
            enrolment.mode              | "off"
            attempts.enrolment          | {"otpsRequired": 1}
            unknown.max                 | 5
            ''                          | 1 / {}
            """)
    void readWhenValueIsNotAllowedThenRefusedWithItsPath(String path, String values) {
        String[] each = values.split(" / ", -1);

        assertThat(each).allSatisfy(value -> {
            List<FieldProblem> problems = problemsOf(PolicyDocuments.of(path, value));
            assertThat(problems).hasSize(1);
            assertThat(problems.get(0).field()).isEqualTo(path.startsWith("unknown") ? "unknown" : path);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            graceDays              | 31      | graceDays: out_of_range {min=0, max=30}
            enrolment.otpsRequired | 3       | enrolment.otpsRequired: out_of_range {min=1, max=2}
            mode                   | "on"    | mode: not_one_of {allowed=[off, optional, adaptive, required]}
            methods                | []      | methods: not_some_of {allowed=[totp, sms, email, webauthn]}
            exemptRoles            | [1]     | exemptRoles: blank_element
            selfDisable            | 1       | selfDisable: not_flag
            notifications.contact  | 1       | notifications.contact: not_one_line {max=200}
            sms.text               | "x"     | sms.text: not_sms_text {max=100, placeholder={code}}
            enrolment              | 1       | enrolment: not_object
            enrolment.unknown      | 1       | enrolment.unknown: not_known
            """)
    void readWhenRefusedThenSaysWhatWouldBeRight(String path, String value, String reason) {
        assertThat(Said.by(problemsOf(PolicyDocuments.of(path, value)))).containsExactly(reason);
    }

    @Test
    void readWhenSeveralProblemsThenAllAreNamedInTheOrderOfTheDocument() {
        PolicyRefusedException refusal = refusalOf("""
                {"zzz": 1, "mode": "on", "selfDisable": true, "attempts": {"max": 2, "min": 1, "lockSeconds": 0},
                 "graceDays": 31, "enrolment": []}
                """);

        assertThat(refusal.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "zzz",
                        "mode",
                        "attempts.max",
                        "attempts.min",
                        "attempts.lockSeconds",
                        "graceDays",
                        "enrolment");
        assertThat(refusal)
                .hasMessage("zzz not_known, mode not_one_of, attempts.max out_of_range, attempts.min not_known,"
                        + " attempts.lockSeconds out_of_range, graceDays out_of_range, enrolment not_object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"mode\": s3cret}",
                "{\"mode\": \"s3cret",
                "{\"s3cret\"}",
                "{\"mode\": \"off\", \"mode\": \"off\"}",
                "{\"s3cret\": 1, \"s3cret\": 2}",
                "{\"attempts\": {\"max\": 5, \"max\": 6}}",
                "{\"attempts\": {}, \"attempts\": {}}",
                "{} {}",
                "{}}",
                "{} s3cret",
                "{\"mode\": \"off\",}",
                "{'mode': 'off'}",
                "{mode: \"off\"}",
                "{} // s3cret",
                "{\"graceDays\": 01}",
                "{\"graceDays\": NaN}",
                "mode: s3cret"
            })
    void readWhenNotStrictJsonThenRefusedWithoutRepeatingTheText(String json) {
        PolicyRefusedException refusal = refusalOf(json);

        assertThat(Said.by(refusal.problems())).containsExactly("not_json");
        assertThat(refusal).hasMessage("not_json").hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "5", "\"required\"", "[]", "[{}]"})
    void readWhenNotAnObjectThenRefused(String json) {
        assertThat(Said.by(problemsOf(json))).containsExactly("not_json_object");
    }

    @Test
    void readWhenAGroupIsWrittenWithADotThenRefused() {
        assertThat(Said.by(problemsOf("{\"attempts\":{\"max\":5},\"attempts.max\":100}")))
                .containsExactly("attempts.max: not_known");
    }

    private static List<FieldProblem> problemsOf(String json) {
        return refusalOf(json).problems();
    }

    private static PolicyRefusedException refusalOf(String json) {
        PolicyRefusedException refusal =
                catchThrowableOfType(PolicyRefusedException.class, () -> PolicyReader.read(json));
        assertThat(refusal).as(json.substring(0, Math.min(80, json.length()))).isNotNull();
        return refusal;
    }
}
