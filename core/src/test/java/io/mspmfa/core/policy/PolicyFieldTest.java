// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.Strictness.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFieldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                        | OPTIONAL
            methods                     | [TOTP]
            defaultMethod               | TOTP
            graceDays                   | 0
            localUsersOnly              | true
            selfDisable                 | true
            exemptRoles                 | []
            requiredRoles               | []
            allowExemptions             | true
            rememberDevice.enabled      | false
            rememberDevice.days         | 30
            backupCodes.count           | 10
            enrolment.otpsRequired      | 2
            enrolment.backupCodesStep   | BEFORE
            enrolment.qrLifetimeSeconds | 180
            enrolment.showQrOnRequest   | false
            enrolment.revealKeyOnClick  | true
            attempts.max                | 5
            attempts.lockSeconds        | 30
            adaptive.threshold          | 50
            adaptive.trustedNetworks    | []
            adaptive.enrolWhenRisky     | false
            sms.unique                  | false
            sms.sender                  | ''
            sms.text                    | ''
            email.forAdmins             | false
            registration.optIn          | OFFERED
            registration.signInAgain    | true
            notifications.email         | true
            notifications.contact       | ''
            """)
    void fallbackIsTheContractsDefault(String path, String value) {
        PolicyField<?> field = PolicyDocuments.field(path);

        assertThat(field.fallback()).hasToString(value);
        assertThat(Policy.strictestOf(List.of()).get(field)).isEqualTo(field.fallback());
    }

    @Test
    void fallbacksAreThoseOfTheContractsExampleExceptModeAndMethods() throws PolicyRefusedException {
        PolicyLayer example = PolicyReader.read(PolicyDocuments.CONTRACT);

        assertThat(PolicyField.ALL)
                .filteredOn(field -> !Set.of("mode", "methods").contains(field.path()))
                .hasSize(29)
                .allSatisfy(field ->
                        assertThat(example.get(field).map(Object.class::cast)).contains(field.fallback()));
    }

    @Test
    void numbersAreMobileByDefaultAlsoWhereTheTwoCannotBeToldApart() {
        assertThat(PolicyField.SMS_TYPES.fallback())
                .containsExactlyInAnyOrder(NumberType.MOBILE, NumberType.FIXED_LINE_OR_MOBILE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                        | "off"             | "optional"        | OPTIONAL
            mode                        | "optional"        | "adaptive"        | ADAPTIVE
            mode                        | "adaptive"        | "required"        | REQUIRED
            mode                        | "off"             | "required"        | REQUIRED
            methods                     | ["totp", "sms"]   | ["totp"]          | [TOTP]
            methods                     | ["totp", "sms"]   | ["totp", "email"] | [TOTP]
            graceDays                   | 30                | 1                 | 1
            localUsersOnly              | true              | false             | false
            selfDisable                 | true              | false             | false
            exemptRoles                 | ["a", "b"]        | ["b", "c"]        | [b]
            exemptRoles                 | ["a"]             | ["b"]             | []
            exemptRoles                 | ["a"]             | []                | []
            requiredRoles               | ["a"]             | []                | []
            allowExemptions             | true              | false             | false
            rememberDevice.enabled      | true              | false             | false
            rememberDevice.days         | 365               | 7                 | 7
            backupCodes.count           | 20                | 5                 | 5
            enrolment.otpsRequired      | 1                 | 2                 | 2
            enrolment.qrLifetimeSeconds | 600               | 60                | 60
            enrolment.showQrOnRequest   | false             | true              | true
            enrolment.revealKeyOnClick  | false             | true              | true
            attempts.max                | 100               | 3                 | 3
            attempts.lockSeconds        | 1                 | 3600              | 3600
            adaptive.threshold          | 100               | 1                 | 1
            adaptive.trustedNetworks    | ["x", "y"]        | ["y"]             | [y]
            adaptive.trustedNetworks    | ["x"]             | []                | []
            sms.unique                  | false             | true              | true
            sms.types                   | ["MOBILE", "VOIP"] | ["VOIP", "FIXED_LINE"] | [VOIP]
            sms.types                   | ["MOBILE"]        | ["VOIP"]          | []
            email.forAdmins             | true              | false             | false
            registration.optIn          | "off"             | "offered"         | OFFERED
            registration.optIn          | "offered"         | "preChecked"      | PRE_CHECKED
            registration.optIn          | "off"             | "preChecked"      | PRE_CHECKED
            registration.signInAgain    | false             | true              | true
            notifications.email         | false             | true              | true
            """)
    void R37_strictestWinsWhicheverLayerSetsIt(String path, String one, String other, String strictest)
            throws PolicyRefusedException {
        assertThat(merged(path, one, other)).hasToString(strictest);
        assertThat(merged(path, other, one)).hasToString(strictest);
    }

    @Test
    void R37_requiredRolesAreMerged() {
        assertThat(PolicyField.REQUIRED_ROLES.stricter(Set.of("a", "b"), Set.of("b", "c")))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enrolment.backupCodesStep | "before" | "after"  | BEFORE
            enrolment.backupCodesStep | "after"  | "before" | AFTER
            sms.sender                | "Acme"   | "Other"  | Acme
            sms.text                  | ""       | "{code}" | ''
            notifications.contact     | "a"      | "b"      | a
            notifications.contact     | ""       | "b"      | ''
            """)
    void fieldOfTasteIsDecidedByTheUpperLayer(String path, String upper, String lower, String chosen)
            throws PolicyRefusedException {
        assertThat(merged(path, upper, lower)).hasToString(chosen);
    }

    @Test
    void defaultMethodIsDecidedByTheUpperLayer() {
        assertThat(PolicyField.DEFAULT_METHOD.stricter(Method.SMS, Method.TOTP)).isEqualTo(Method.SMS);
        assertThat(PolicyField.DEFAULT_METHOD.stricter(Method.TOTP, Method.SMS)).isEqualTo(Method.TOTP);
    }

    @Test
    void R37_settledMeansThatNoLowerLayerCanChangeIt() {
        assertThat(Strictness.RULES).allMatch(Rule::isSettledExactlyWhereNothingBelowCounts);
    }

    @Test
    void modesAndOffersAreDeclaredFromTheWeakestToTheStrictest() {
        assertThat(Mode.values()).containsExactly(Mode.OFF, Mode.OPTIONAL, Mode.ADAPTIVE, Mode.REQUIRED);
        assertThat(OptIn.values()).containsExactly(OptIn.OFF, OptIn.OFFERED, OptIn.PRE_CHECKED);
        assertThat(Mode.values()).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void pathsDiffer() {
        assertThat(PolicyField.ALL)
                .extracting(PolicyField::path)
                .doesNotHaveDuplicates()
                .hasSize(31);
        assertThat(PolicyField.OTPS_REQUIRED).hasToString("enrolment.otpsRequired");
    }

    private static Object merged(String path, String upper, String lower) throws PolicyRefusedException {
        List<PolicyLayer> layers = List.of(
                PolicyReader.read(PolicyDocuments.of(path, upper)), PolicyReader.read(PolicyDocuments.of(path, lower)));
        return Policy.strictestOf(layers).get(PolicyDocuments.field(path));
    }
}
