// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sentences;

/**
 * Why a field of a document or of a request is refused.
 *
 * @param field the field's path, such as {@code enrolment.otpsRequired}; empty for the document as a whole
 * @param reason for the author of the document; never quotes what was refused
 */
public record FieldProblem(String field, Sentence reason) {
    /** A problem, with its particulars as in {@link SentenceCode#with}. */
    public static FieldProblem of(String field, FieldFault fault, Object... values) {
        return new FieldProblem(field, fault.with(values));
    }
}
