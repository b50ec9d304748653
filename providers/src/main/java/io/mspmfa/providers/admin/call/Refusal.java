// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.sentences.Sentence;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.ErrorResponseException;

/** An error that exposes its code, for bulk calls that list what failed. */
public final class Refusal extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    Refusal(ErrorCode code, Response response) {
        super(response);
        this.code = code;
    }

    /** What it says. */
    public Sentence why() {
        return code.with();
    }

    /** The code, as in the response. */
    public String code() {
        return code.code();
    }
}
