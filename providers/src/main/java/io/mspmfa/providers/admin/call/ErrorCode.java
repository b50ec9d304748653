// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.sentences.SentenceCode;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** Why a call is refused. */
public enum ErrorCode implements SentenceCode {
    INVALID_REQUEST(Status.BAD_REQUEST),
    INVALID_POLICY(Status.BAD_REQUEST),
    INVALID_BRANDING(Status.BAD_REQUEST),
    NO_FLOOR_FOR_MASTER(Status.BAD_REQUEST),
    BRANDING_NOT_ALLOWED(Status.FORBIDDEN),
    NOT_ONESELF(Status.FORBIDDEN),
    REQUIRED_BY_RESELLER(Status.FORBIDDEN),
    DEVICE_NOT_FOUND(Status.NOT_FOUND),
    USER_NOT_FOUND(Status.NOT_FOUND),
    ALREADY_ENROLLED(Status.CONFLICT),
    LOCKS_OUT_ADMINS(Status.CONFLICT),
    MFA_OFF(Status.CONFLICT),
    NOT_MANAGED(Status.CONFLICT),
    REALM_EXISTS(Status.CONFLICT),
    USER_DISABLED(Status.CONFLICT),
    WEAKER_THAN_BEFORE(Status.CONFLICT),
    WEAKER_THAN_FLOOR(Status.CONFLICT),
    CHANGED_MEANWHILE(Status.PRECONDITION_FAILED),
    TOO_MANY_PREVIEWS(Status.TOO_MANY_REQUESTS),
    OUT_OF_ORDER(Status.SERVICE_UNAVAILABLE);

    private final Status status;

    ErrorCode(Status status) {
        this.status = status;
    }

    Status status() {
        return status;
    }

    @Override
    public String group() {
        return "error";
    }

    @Override
    public List<String> params() {
        return List.of();
    }
}
