// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConsoleEnvironmentTest {
    /** Names are chosen by people, and the block stands in a page. */
    @Test
    void noNameCanEndTheBlock() throws IOException {
        String name = "</script><!--<script>alert(1)\u2028\"'";
        String block = new ConsoleEnvironment("r", "s", "a", "l", "c", "p", "de", null, name).asBlock();

        assertThat(block).doesNotContain("<").doesNotContain("version");
        assertThat(new ObjectMapper().readTree(block).path("productName").textValue())
                .isEqualTo(name);
    }
}
