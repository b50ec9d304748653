// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationOfferTest {

    @ParameterizedTest
    @CsvSource({
        "off,      offered,    NOTHING",
        "off,      preChecked, NOTHING",
        "optional, off,        NOTHING",
        "optional, offered,    OFFERED",
        "optional, preChecked, PRE_CHECKED",
        "adaptive, off,        NOTHING",
        "adaptive, offered,    OFFERED",
        "adaptive, preChecked, PRE_CHECKED",
        "required, off,        NOTHING",
        "required, offered,    ANNOUNCED",
        "required, preChecked, ANNOUNCED"
    })
    void M2_theModeDecidesWhetherThereIsAChoice(String mode, String optIn, RegistrationOffer expected)
            throws PolicyRefusedException {
        assertThat(offer(mode, optIn, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"off, NOTHING", "offered, OFFERED", "preChecked, PRE_CHECKED"})
    void M2_someoneWhomTheRequirementLeavesOutHasTheChoice(String optIn, RegistrationOffer expected)
            throws PolicyRefusedException {
        assertThat(offer("required", optIn, false)).isEqualTo(expected);
    }

    private static RegistrationOffer offer(String mode, String optIn, boolean hasRequiredRole)
            throws PolicyRefusedException {
        Policy policy = Policy.strictestOf(List.of(
                PolicyReader.read("{\"mode\": \"" + mode + "\", \"registration\": {\"optIn\": \"" + optIn + "\"}}")));
        return RegistrationOffer.of(policy, Obligation.of(policy, new Subject(false, false, false, hasRequiredRole)));
    }
}
