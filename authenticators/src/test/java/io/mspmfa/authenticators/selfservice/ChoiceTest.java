// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {
    @ParameterizedTest
    @CsvSource({"enable, ENABLE, ''", "primary:a-1, PRIMARY, a-1", "primary:a:b, PRIMARY, a:b"})
    void ofButtonReadsTheTaskAndTheFactor(String button, Task task, String factor) {
        Choice choice = new Choice(task, factor);
        assertThat(Choice.ofButton(button)).contains(choice);
        assertThat(choice.button()).isEqualTo(button);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "primary", "primary:", ":a", "enable:a", "enable:", "PRIMARY:a", "unheard", "x:a"})
    void ofButtonRefusesEverythingElse(String button) {
        assertThat(Choice.ofButton(button)).isEmpty();
    }
}
