// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every value that is logged is made a part of one line first: a tenant chooses names, ids and parts of policies. */
class LogCallsTest {
    private static final Pattern CALL = Pattern.compile("(?s)\\bLOG\\.\\w+\\(.*?\\);");
    private static final Pattern PLACE = Pattern.compile("%[a-z]");
    private static final Pattern VALUE = Pattern.compile("\\bLogText\\.of\\(");

    @Test
    void R5_everyLoggedValueIsCleaned() {
        List<String> calls = Repository.texts("(core|providers|authenticators)/src/main/java/.*\\.java").stream()
                .flatMap(file -> CALL.matcher(file.content()).results().map(MatchResult::group))
                .toList();

        assertThat(calls)
                .hasSizeGreaterThan(5)
                .allSatisfy(call -> assertThat(count(VALUE, call)).isEqualTo(count(PLACE, call)));
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
