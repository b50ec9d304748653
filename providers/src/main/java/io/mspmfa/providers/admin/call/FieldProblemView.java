// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mspmfa.core.sentences.FieldProblem;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a field, as the REST API shows it.
 *
 * @param field its path; empty for the document as a whole
 */
public record FieldProblemView(String field, @JsonUnwrapped SentenceView reason) {
    /** The problems in the language of the call that is being answered. */
    public static List<FieldProblemView> of(List<FieldProblem> problems) {
        return of(problems, CallLanguage.current());
    }

    static List<FieldProblemView> of(List<FieldProblem> problems, Locale language) {
        return problems.stream()
                .map(problem -> new FieldProblemView(problem.field(), SentenceView.of(problem.reason(), language)))
                .toList();
    }
}
