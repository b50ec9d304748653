// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.enforcement.Obligation.Kind;
import io.mspmfa.core.enforcement.Obligation.Reason;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts are written as words. About the user: {@code flagged}, {@code brokered}, {@code exempt} (has an exempt role),
 * {@code concerned} (has a required role, or the policy names none). About the policy: {@code local} (local users
 * only), {@code exemptions} (are allowed).
 */
class ObligationTest {
    private static final List<Set<String>> EVERYTHING_KNOWN =
            Knowledge.everyChoiceOf("flagged brokered exempt concerned local exemptions");

    /** When each reason counts. Each line stands alone, in no particular order; a minus means "not". */
    private static final Map<Reason, List<String>> COUNTS = Map.of(
            Reason.OFF, List.of("off"),
            Reason.BROKER, List.of("-off brokered local"),
            Reason.FLAG, List.of("-off flagged -brokered", "-off flagged -local"),
            Reason.OPTIONAL, List.of("optional -flagged -brokered", "optional -flagged -local"),
            Reason.EXEMPT_ROLE,
                    List.of("must -flagged exempt exemptions -brokered", "must -flagged exempt exemptions -local"),
            Reason.NO_REQUIRED_ROLE,
                    List.of(
                            "must -flagged -concerned -exempt -brokered",
                            "must -flagged -concerned -exempt -local",
                            "must -flagged -concerned -exemptions -brokered",
                            "must -flagged -concerned -exemptions -local"),
            Reason.POLICY,
                    List.of(
                            "always -flagged concerned -exempt -brokered",
                            "always -flagged concerned -exempt -local",
                            "always -flagged concerned -exemptions -brokered",
                            "always -flagged concerned -exemptions -local"),
            Reason.RISK,
                    List.of(
                            "byRisk -flagged concerned -exempt -brokered",
                            "byRisk -flagged concerned -exempt -local",
                            "byRisk -flagged concerned -exemptions -brokered",
                            "byRisk -flagged concerned -exemptions -local"));

    private static final Map<Reason, Kind> KINDS = Map.of(
            Reason.OFF, Kind.NONE,
            Reason.BROKER, Kind.NONE,
            Reason.FLAG, Kind.REQUIRED,
            Reason.OPTIONAL, Kind.IF_ENROLLED,
            Reason.EXEMPT_ROLE, Kind.IF_ENROLLED,
            Reason.NO_REQUIRED_ROLE, Kind.IF_ENROLLED,
            Reason.RISK, Kind.REQUIRED,
            Reason.POLICY, Kind.REQUIRED);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # A19: off is off
            OFF,      concerned,                            NONE,        OFF
            OFF,      concerned brokered local,             NONE,        OFF
            OFF,      concerned exempt exemptions,          NONE,        OFF
            # K4: brokered users only where the policy concerns them
            REQUIRED, concerned brokered local,             NONE,        BROKER
            REQUIRED, concerned brokered local flagged,     NONE,        BROKER
            REQUIRED, concerned brokered,                   REQUIRED,    POLICY
            REQUIRED, concerned local,                      REQUIRED,    POLICY
            OPTIONAL, concerned brokered local,             NONE,        BROKER
            OPTIONAL, concerned brokered,                   IF_ENROLLED, OPTIONAL
            # K19: a flagged user has no way out
            REQUIRED, flagged concerned,                    REQUIRED,    FLAG
            REQUIRED, flagged exempt exemptions,            REQUIRED,    FLAG
            REQUIRED, flagged brokered,                     REQUIRED,    FLAG
            # roles
            OPTIONAL, '',                                   IF_ENROLLED, OPTIONAL
            REQUIRED, '',                                   IF_ENROLLED, NO_REQUIRED_ROLE
            REQUIRED, concerned exempt exemptions,          IF_ENROLLED, EXEMPT_ROLE
            REQUIRED, exempt exemptions,                    IF_ENROLLED, EXEMPT_ROLE
            REQUIRED, concerned exempt,                     REQUIRED,    POLICY
            # A22: risk decides about everyone whom the policy concerns, and about nobody who is flagged
            ADAPTIVE, concerned,                            REQUIRED,    RISK
            ADAPTIVE, concerned brokered local,             NONE,        BROKER
            ADAPTIVE, '',                                   IF_ENROLLED, NO_REQUIRED_ROLE
            ADAPTIVE, concerned exempt exemptions,          IF_ENROLLED, EXEMPT_ROLE
            ADAPTIVE, concerned flagged,                    REQUIRED,    FLAG
            """)
    void ofWhenTheseFactsAreKnownThenThisObligation(Mode mode, String known, Kind kind, Reason reason) {
        assertThat(obligation(mode, Knowledge.of(known))).isEqualTo(new Obligation(kind, reason));
    }

    @ParameterizedTest
    @EnumSource
    void ofGivesTheReasonThatCountsForEveryCombinationOfFacts(Mode mode) {
        assertThat(EVERYTHING_KNOWN).hasSize(64).allSatisfy(known -> {
            Set<String> facts = Stream.concat(known.stream(), words(mode)).collect(Collectors.toUnmodifiableSet());
            List<Reason> reasons = Stream.of(Reason.values())
                    .filter(reason -> COUNTS.get(reason).stream().anyMatch(line -> Knowledge.meets(facts, line)))
                    .toList();

            Obligation obligation = obligation(mode, known);

            assertThat(reasons).containsExactly(obligation.reason());
            assertThat(obligation.kind()).isEqualTo(KINDS.get(obligation.reason()));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void R38_ofWhenPolicyCannotBeReadThenRequiredOfBrokeredUsersToo(boolean throughBroker) {
        Policy unreadable = Policy.strictestOf(List.of(PolicyLayer.unreadable()));

        assertThat(Obligation.of(unreadable, new Subject(false, throughBroker, false, true)))
                .isEqualTo(new Obligation(Kind.REQUIRED, Reason.POLICY));
    }

    private static Stream<String> words(Mode mode) {
        return switch (mode) {
            case OFF -> Stream.of("off");
            case OPTIONAL -> Stream.of("optional");
            case ADAPTIVE -> Stream.of("must", "byRisk");
            case REQUIRED -> Stream.of("must", "always");
        };
    }

    private static Obligation obligation(Mode mode, Set<String> known) {
        Policy policy = Policy.strictestOf(List.of(PolicyLayer.empty()
                .with(PolicyField.MODE, mode)
                .with(PolicyField.LOCAL_USERS_ONLY, known.contains("local"))
                .with(PolicyField.ALLOW_EXEMPTIONS, known.contains("exemptions"))));
        return Obligation.of(
                policy,
                new Subject(
                        known.contains("flagged"),
                        known.contains("brokered"),
                        known.contains("exempt"),
                        known.contains("concerned")));
    }
}
