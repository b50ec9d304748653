// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.proof.Proof.ByBroker;
import io.mspmfa.core.proof.Proof.ByDevice;
import io.mspmfa.core.proof.Proof.ByExemption;
import io.mspmfa.core.proof.Proof.ByFactor;
import io.mspmfa.core.proof.Proof.ByGrace;
import io.mspmfa.core.proof.Proof.ByImpersonation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTest {

    /** What sessions of version 0.1.0 contain, part by part; never edit these lines. */
    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of("factor", "totp", new ByFactor("totp", 7)),
                Arguments.of("factor", "backup-code", new ByFactor("backup-code", 7)),
                Arguments.of("factor", "recovery-code", new ByFactor("recovery-code", 7)),
                Arguments.of("factor", "webauthn", new ByFactor("webauthn", 7)),
                Arguments.of("grace", "1767830400", new ByGrace(1_767_830_400, 7)),
                Arguments.of("broker", "my idp: büro", new ByBroker("my idp: büro", 7)),
                Arguments.of("exempt", "off", new ByExemption(Obligation.Reason.OFF, 7)),
                Arguments.of("exempt", "optional", new ByExemption(Obligation.Reason.OPTIONAL, 7)),
                Arguments.of("exempt", "exempt_role", new ByExemption(Obligation.Reason.EXEMPT_ROLE, 7)),
                Arguments.of("exempt", "no_required_role", new ByExemption(Obligation.Reason.NO_REQUIRED_ROLE, 7)),
                Arguments.of("exempt", "flag", new ByExemption(Obligation.Reason.FLAG, 7)),
                Arguments.of("exempt", "policy", new ByExemption(Obligation.Reason.POLICY, 7)),
                Arguments.of("impersonation", "master", new ByImpersonation("master", 7)),
                Arguments.of("device", "d1", new ByDevice("d1", 7)));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void ofWhenStoredByAnEarlierVersionThenTheSameProof(String kind, String method, Proof proof) {
        assertThat(Proof.of(new Statement(kind, method, 7))).contains(proof);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void statementHasTheWordsThatSessionsContain(String kind, String method, Proof proof) {
        assertThat(proof.statement()).isEqualTo(new Statement(kind, method, 7));
    }

    @ParameterizedTest
    @EnumSource(Obligation.Reason.class)
    void ofWhenExemptForAnyReasonThenReadBack(Obligation.Reason reason) {
        Proof proof = new ByExemption(reason, 1);

        assertThat(Proof.of(proof.statement())).contains(proof);
    }

    @ParameterizedTest
    @CsvSource({
        "FACTOR, totp",
        "'', totp",
        "trusted-device, 1",
        "not-required, ''",
        "grace, ''",
        "grace, -1",
        "grace, soon",
        "grace, 9223372036854775807",
        "exempt, ''",
        "exempt, OFF",
        "exempt, unheard_of"
    })
    void R38_ofWhenThisVersionDoesNotKnowItThenNoProof(String kind, String method) {
        assertThat(Proof.of(new Statement(kind, method, 7))).isEmpty();
    }

    @Test
    void timeIsThatOfTheStatement() {
        assertThat(Proof.of(new Statement("factor", "totp", 42)))
                .map(Proof::time)
                .contains(42L);
    }
}
