// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import io.mspmfa.core.sentences.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A policy document was rejected. Lists every problem, not only the first; its message has their codes. */
public final class PolicyRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    PolicyRefusedException(List<FieldProblem> problems) {
        super(problems.stream()
                .map(problem -> (problem.field() + " " + problem.reason().kind().code()).strip())
                .collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one, in document order. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
