// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.credentials;

import io.mspmfa.providers.compatibility.DeletedType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/**
 * A credential that an administrator has deleted through Keycloak's own admin console or REST API.
 *
 * @param id of the credential
 */
public record DeletedCredential(String userId, String id) {
    private static final Pattern PATH = Pattern.compile("users/([^/]+)/credentials/([^/]+)");

    /** Followed by the credential's id. */
    private static final String TYPE = "msp.mfa.deleted.";

    /** The one that an event is about; empty if it is about anything else, such as another name for a credential. */
    public static Optional<DeletedCredential> of(AdminEvent event) {
        return Optional.ofNullable(event.getResourcePath())
                .map(PATH::matcher)
                .filter(Matcher::matches)
                .map(path -> new DeletedCredential(path.group(1), path.group(2)));
    }

    /** Its type; empty if nobody knows any more. To be called in the transaction of the deletion. */
    public String type(KeycloakSession session, AdminEvent event) {
        String said = event.getDetails() == null ? null : event.getDetails().get(Details.CREDENTIAL_TYPE);
        String known = said == null ? session.getAttribute(TYPE + id, String.class) : said;
        if (known == null) {
            known = DeletedType.of(session, id);
            session.setAttribute(TYPE + id, known);
        }
        return known;
    }
}
