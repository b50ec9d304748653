// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.providers.enforcement.login.Admission;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.protocol.saml.SamlProtocol;

/**
 * A login of a SAML client that has no pages (profile ECP), and that still owes a factor. Keycloak answers it with the
 * status NoPassive, without an event (AuthorizationEndpointBase.handleBrowserAuthenticationRequest).
 */
final class EcpRefusal {
    private static final String REASON =
            "This user needs a second factor, and a SAML client without pages can't ask for one.";

    private EcpRefusal() {}

    /** Reports that the login will be refused, if it is such a login. */
    static void report(RequiredActionContext context) {
        if (isOne(context)) {
            context.getEvent()
                    .clone()
                    .user(context.getUser())
                    .detail(Details.REASON, REASON)
                    .error(Admission.REFUSED);
        }
    }

    /** The request is a SOAP message. The note about the binding doesn't say so if the client has another one forced. */
    private static boolean isOne(RequiredActionContext context) {
        MediaType type = context.getHttpRequest().getHttpHeaders().getMediaType();
        return SamlProtocol.LOGIN_PROTOCOL.equals(
                        context.getAuthenticationSession().getProtocol())
                && type != null
                && type.getSubtype().endsWith("xml");
    }
}
