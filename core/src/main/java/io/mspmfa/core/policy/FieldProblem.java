// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

/**
 * Why a field of a policy is rejected.
 *
 * @param field the field's path, such as {@code enrolment.otpsRequired}; empty for the document as a whole
 * @param message a sentence for the author of the policy
 */
public record FieldProblem(String field, String message) {}
