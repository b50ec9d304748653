// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.policy.FieldProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Error responses, in the single format of this REST API. Throwing one also rolls back the request's transaction. */
public final class Problem {
    /** The code for a request that is invalid in itself. */
    static final String INVALID_REQUEST = "invalid_request";

    private Problem() {}

    /** An error that isn't about particular fields. */
    public static Refusal of(Response.Status status, String code, String sentence) {
        return of(status, code, sentence, List.of());
    }

    /** An error, with the fields that it is about. */
    public static Refusal of(Response.Status status, String code, String sentence, List<FieldProblem> fields) {
        return new Refusal(
                code,
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Body(code, sentence, fields))
                        .build());
    }

    /** 400: the request is wrong in the named field. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new FieldProblem(field, message)));
    }

    /** 400: the request is wrong in the named fields. */
    static Refusal invalid(List<FieldProblem> fields) {
        return of(Response.Status.BAD_REQUEST, INVALID_REQUEST, "The request is invalid.", fields);
    }

    /** 409: the call requires a realm that has a policy. */
    public static Refusal notManaged() {
        return of(
                Response.Status.CONFLICT,
                "not_managed",
                "This realm has neither its own MFA policy nor a floor. Set one first.");
    }

    /**
     * An error as the REST API shows it.
     *
     * @param error the code
     * @param errorMessage a sentence for people
     * @param fields what is wrong with which field; empty if no field is to blame
     */
    record Body(String error, String errorMessage, List<FieldProblem> fields) {
        Body {
            fields = List.copyOf(fields);
        }
    }
}
