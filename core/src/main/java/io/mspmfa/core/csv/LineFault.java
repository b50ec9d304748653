// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

import io.mspmfa.core.sentences.SentenceCode;
import java.util.List;

/** What is wrong with a line of a list of changes. A line can also be refused for what a call can be refused for. */
public enum LineFault implements SentenceCode {
    UNCLOSED_QUOTE,
    STRAY_QUOTE,
    NUL_IN_LINE,
    TOO_MANY_CELLS("max"),
    UNKNOWN_ACTION("allowed"),
    NO_USER,
    AMBIGUOUS_USER,
    REASON_LENGTH("max"),
    SAME_AS_LINE("line"),
    FORBIDDEN,
    FAILED;

    private final String params;

    LineFault(String... params) {
        this.params = String.join(" ", params);
    }

    @Override
    public String group() {
        return "line";
    }

    @Override
    public List<String> params() {
        return params.isEmpty() ? List.of() : List.of(params.split(" "));
    }
}
