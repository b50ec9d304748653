// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.providers.language.Wording;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** The language of a call's sentences: the one that the client asks for, or English. */
final class CallLanguage {
    private CallLanguage() {}

    /** The language of the call that this thread is answering; English if there is none. */
    static Locale current() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        HttpRequest request = session == null ? null : session.getContext().getHttpRequest();
        return request == null
                ? Locale.ENGLISH
                : Wording.wanted(request.getHttpHeaders().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
