// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.core.sentences.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class PolicyLayerTest {

    @Test
    void withDoesNotChangeTheOriginalLayer() {
        PolicyLayer empty = PolicyLayer.empty();
        PolicyLayer strict = empty.with(PolicyField.MODE, Mode.OFF).with(PolicyField.MODE, Mode.REQUIRED);

        assertThat(strict.get(PolicyField.MODE)).contains(Mode.REQUIRED);
        assertThat(empty.get(PolicyField.MODE)).isEmpty();
    }

    @Test
    void namedKeepsTheFieldsAndWithKeepsTheName() {
        PolicyLayer layer = PolicyLayer.unreadable();
        PolicyLayer named = layer.named("organization:acme").with(PolicyField.GRACE_DAYS, 3);

        assertThat(layer.source()).isEmpty();
        assertThat(named.source()).isEqualTo("organization:acme");
        assertThat(named.get(PolicyField.MODE)).contains(Mode.REQUIRED);
        assertThat(named.named("own").source()).isEqualTo("own");
    }

    @Test
    void fieldsAreTheOnesSetInTheOrderOfTheDocumentation() {
        PolicyLayer layer = PolicyLayer.empty()
                .with(PolicyField.CONTACT, "")
                .with(PolicyField.MAX_ATTEMPTS, 5)
                .with(PolicyField.MODE, Mode.OFF);

        assertThat(layer.fields())
                .<Object>map(PolicyField::path)
                .containsExactly("mode", "attempts.max", "notifications.contact");
        assertThat(PolicyLayer.empty().fields()).isEmpty();
    }

    @Test
    void V3_overKeepsWhatThisLayerDoesNotSet() throws PolicyRefusedException {
        PolicyLayer below = PolicyReader.read("{\"mode\": \"optional\", \"attempts\": {\"max\": 4}}");

        PolicyLayer both =
                PolicyReader.read("{\"mode\": \"required\"}").named("floor").over(below.named("own"));

        assertThat(PolicyWriter.text(both)).isEqualTo("{\"mode\":\"required\",\"attempts\":{\"max\":4}}");
        assertThat(both.source()).isEqualTo("floor");
    }

    @Test
    void whatIsTheResellersIsNamedAndLeftOut() throws PolicyRefusedException {
        PolicyLayer layer = PolicyReader.read(
                "{\"mode\": \"required\", \"sms\": {\"unique\": true, \"sender\": \"Acme\", \"text\": \"{code}\"}}");

        assertThat(Said.by(layer.reserved())).containsExactly("sms.sender: reseller_only", "sms.text: reseller_only");
        assertThat(layer.named("own").withoutReserved().fields())
                .<Object>map(PolicyField::path)
                .containsExactly("mode", "sms.unique");
        assertThat(layer.named("own").withoutReserved().source()).isEqualTo("own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                        | "required"        | "optional"       | required
            methods                     | ["email", "totp"] | ["totp", "sms"]  | [totp, email]
            methods                     | ["totp"]          | ["sms"]          | [totp]
            graceDays                   | 0                 | 1                | 0
            localUsersOnly              | false             | true             | false
            exemptRoles                 | []                | ["a"]            | []
            exemptRoles                 | ["c", "a b"]      | ["a b"]          | -
            exemptRoles                 | ["c", "a b"]      | ["d"]            | [a b, c]
            requiredRoles               | []                | ["a"]            | []
            requiredRoles               | ["a"]             | ["b"]            | [a]
            requiredRoles               | ["a"]             | []               | -
            enrolment.showQrOnRequest   | true              | false            | true
            attempts.lockSeconds        | 60                | 59               | 60
            notifications.email         | true              | false            | true
            # as strict, or stricter
            mode                        | "optional"        | "optional"       | -
            mode                        | "optional"        | "required"       | -
            methods                     | ["totp", "sms"]   | ["sms"]          | -
            graceDays                   | 30                | 0                | -
            # taste
            defaultMethod               | "totp"            | "sms"            | -
            enrolment.backupCodesStep   | "before"          | "after"          | -
            notifications.contact       | "a"               | ""               | -
            """)
    void V15_weakerThanNamesTheFieldAndTheResellersValue(String path, String floor, String own, String value)
            throws PolicyRefusedException {
        List<FieldProblem> problems = read(path, own).weakerThan(read(path, floor));

        if ("-".equals(value)) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(Said.by(problems)).containsExactly(path + ": weaker_than_floor {floor=" + value + "}");
        }
    }

    @Test
    void V15_weakerThanWhenOnlyOneLayerSetsTheFieldThenNoProblem() throws PolicyRefusedException {
        PolicyLayer floor = PolicyReader.read("{\"mode\": \"required\", \"graceDays\": 0}");
        PolicyLayer own = PolicyReader.read("{\"selfDisable\": true, \"attempts\": {\"max\": 100}}");

        assertThat(own.weakerThan(floor)).isEmpty();
        assertThat(own.weakerThan(PolicyLayer.empty())).isEmpty();
    }

    @Test
    void R38_V15_weakerThanWhenFloorCannotBeReadThenItsStrictestValuesCount() {
        PolicyLayer own =
                PolicyLayer.empty().with(PolicyField.MODE, Mode.ADAPTIVE).with(PolicyField.GRACE_DAYS, 1);

        assertThat(own.weakerThan(PolicyLayer.unreadable()))
                .extracting(FieldProblem::field)
                .containsExactly("mode", "graceDays");
    }

    @Test
    void R38_noLowerLayerChangesWhatAnUnreadablePolicyRequires() {
        PolicyLayer unreadable = PolicyLayer.unreadable();

        assertThat(unreadable.fields())
                .<Object>map(PolicyField::path)
                .containsExactly("mode", "graceDays", "localUsersOnly", "selfDisable", "exemptRoles", "requiredRoles")
                .doesNotContainAnyElementsOf(unreadable.editableBelow());
    }

    @Property
    void V15_weakerThanNamesExactlyTheFieldsThatAreLessStrict(
            @ForAll("layers") PolicyLayer own, @ForAll("layers") PolicyLayer floor) {
        assertThat(own.weakerThan(floor))
                .extracting(FieldProblem::field)
                .containsExactlyElementsOf(Strictness.RULES.stream()
                        .filter(rule -> !rule.isKept(own, List.of(floor)))
                        .map(rule -> rule.field().path())
                        .toList());
    }

    @Property
    void V15_notWeakerMeansThatMergingChangesNoFieldWithStrictness(
            @ForAll("layers") PolicyLayer own, @ForAll("layers") PolicyLayer floor) {
        Policy merged = Policy.strictestOf(List.of(floor, own));
        Stream<PolicyField<?>> ordered = own.fields().stream().filter(field -> !Strictness.TASTE.contains(field));

        boolean unchanged = ordered.allMatch(
                field -> own.get(field).map(Object.class::cast).orElseThrow().equals(merged.get(field)));

        assertThat(own.weakerThan(floor).isEmpty()).isEqualTo(unchanged);
    }

    @Property
    void V15_aLayerIsNeverWeakerThanItself(@ForAll("layers") PolicyLayer layer) {
        assertThat(layer.weakerThan(layer)).isEmpty();
    }

    @Property
    void R37_settledFieldIsNotChangedByLowerLayers(
            @ForAll("layers") PolicyLayer floor, @ForAll("severalLayers") List<PolicyLayer> below) {
        List<PolicyLayer> all = new ArrayList<>(List.of(floor));
        all.addAll(below);
        Policy merged = Policy.strictestOf(all);
        Set<String> editable = Set.copyOf(floor.editableBelow());

        assertThat(floor.fields())
                .filteredOn(field -> !editable.contains(field.path()))
                // is replaced by one of the methods if it is not among them
                .filteredOn(field -> field != PolicyField.DEFAULT_METHOD)
                .allSatisfy(field ->
                        assertThat(floor.get(field).map(Object.class::cast)).contains(merged.get(field)));
    }

    @Test
    void editableBelowWhenFloorIsEmptyThenEveryFieldThatIsNotTheResellers() {
        assertThat(PolicyLayer.empty().editableBelow())
                .containsExactlyElementsOf(PolicyField.ALL.stream()
                        .filter(field -> !field.isReserved())
                        .map(PolicyField::path)
                        .toList());
    }

    @Test
    void editableBelowWhenFloorIsTheStrictestThenNothing() throws PolicyRefusedException {
        PolicyLayer floor = PolicyReader.read("""
                { "mode": "required", "methods": ["sms"], "defaultMethod": "sms",
                  "graceDays": 0, "localUsersOnly": false, "selfDisable": false,
                  "exemptRoles": [], "requiredRoles": [], "allowExemptions": false,
                  "rememberDevice": { "enabled": false, "days": 1 },
                  "backupCodes": { "count": 5 },
                  "enrolment": { "otpsRequired": 2, "backupCodesStep": "after", "qrLifetimeSeconds": 60, "showQrOnRequest": true, "revealKeyOnClick": true },
                  "attempts": { "max": 3, "lockSeconds": 3600 },
                  "adaptive": { "threshold": 1, "trustedNetworks": [], "enrolWhenRisky": false },
                  "sms": { "unique": true, "types": [], "sender": "Acme", "text": "" },
                  "email": { "forAdmins": false },
                  "registration": { "optIn": "preChecked", "signInAgain": true },
                  "notifications": { "email": true, "contact": "" } }
                """);

        assertThat(floor.fields()).hasSameSizeAs(PolicyField.ALL);
        assertThat(floor.editableBelow()).isEmpty();
    }

    @Test
    void editableBelowWhenStricterValuesExistThenThoseFieldsInDocumentedOrder() throws PolicyRefusedException {
        PolicyLayer floor = PolicyReader.read("""
                { "attempts": { "max": 4, "lockSeconds": 3599 }, "graceDays": 1, "mode": "adaptive",
                  "methods": ["totp", "sms"], "exemptRoles": ["a"], "requiredRoles": ["b"],
                  "localUsersOnly": true, "defaultMethod": "totp" }
                """);

        assertThat(floor.editableBelow())
                .startsWith(
                        "mode", "methods", "graceDays", "localUsersOnly", "selfDisable", "exemptRoles", "requiredRoles")
                .contains("attempts.max", "attempts.lockSeconds", "notifications.contact")
                .doesNotContain("defaultMethod");
    }

    @Provide
    Arbitrary<PolicyLayer> layers() {
        return Strictness.layers();
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return Strictness.severalLayers();
    }

    private static PolicyLayer read(String path, String value) throws PolicyRefusedException {
        return PolicyReader.read(PolicyDocuments.of(path, value));
    }
}
