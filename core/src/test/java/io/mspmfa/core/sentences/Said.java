// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sentences;

import java.util.List;

/** Problems in a short form for tests: {@code graceDays: out_of_range {min=0, max=30}}. */
public final class Said {
    private Said() {}

    public static String by(FieldProblem problem) {
        Sentence reason = problem.reason();
        String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
        return field + reason.kind().code() + (reason.params().isEmpty() ? "" : " " + reason.params());
    }

    public static List<String> by(List<FieldProblem> problems) {
        return problems.stream().map(Said::by).toList();
    }
}
