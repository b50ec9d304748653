// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.directgrant;

import io.mspmfa.providers.attempts.Verdict;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Why a password grant ends without tokens although the password was correct. Reveals nothing about what was entered.
 */
enum GrantError {
    MISSING(
            OAuthErrorException.INVALID_GRANT,
            "A one-time code (otp) or a backup code (backup_code) is required",
            Errors.INVALID_USER_CREDENTIALS,
            false),
    WRONG(OAuthErrorException.INVALID_GRANT, "The code is not valid", Errors.INVALID_USER_CREDENTIALS, true),
    /** A backup code that was already used: whoever has it isn't guessing. */
    USED(OAuthErrorException.INVALID_GRANT, "The code is not valid", Errors.INVALID_USER_CREDENTIALS, false),
    LOCKED(
            OAuthErrorException.INVALID_GRANT,
            "Too many invalid codes, try again later",
            Errors.USER_TEMPORARILY_DISABLED,
            true),
    NOT_SET_UP(
            OAuthErrorException.INTERACTION_REQUIRED,
            "Two-factor authentication must be set up first: sign in with a browser",
            Errors.RESOLVE_REQUIRED_ACTIONS,
            false),
    NEEDS_BROWSER(
            OAuthErrorException.INTERACTION_REQUIRED,
            "This account's second factor needs a browser: sign in with one",
            Errors.RESOLVE_REQUIRED_ACTIONS,
            false),
    UNREADABLE(
            OAuthErrorException.INTERACTION_REQUIRED,
            "This account's second factor can't be read: ask an administrator to reset it",
            Errors.RESOLVE_REQUIRED_ACTIONS,
            false),
    LAST_BACKUP_CODE(
            OAuthErrorException.INTERACTION_REQUIRED,
            "This is the last backup code: sign in with a browser to use it and get new ones",
            Errors.RESOLVE_REQUIRED_ACTIONS,
            false);

    private final String error;
    private final String description;
    private final String eventError;
    private final boolean failure;

    GrantError(String error, String description, String eventError, boolean failure) {
        this.error = error;
        this.description = description;
        this.eventError = eventError;
        this.failure = failure;
    }

    /** The error for a code that was not accepted. */
    static GrantError of(Verdict verdict) {
        return switch (verdict.outcome()) {
            case WRONG -> WRONG;
            case USED -> USED;
            case LOCKED -> LOCKED;
            case ACCEPTED -> throw new IllegalArgumentException("An accepted code is no error");
        };
    }

    /** The OAuth error (RFC 6749 section 5.2). */
    String error() {
        return error;
    }

    /** The message for the developers of the client. */
    String description() {
        return description;
    }

    /** The error in the event. */
    String eventError() {
        return eventError;
    }

    /** Whether Keycloak's brute-force detection counts it. */
    boolean isFailure() {
        return failure;
    }

    /** The complete response. */
    Response response() {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new OAuth2ErrorRepresentation(error, description))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
