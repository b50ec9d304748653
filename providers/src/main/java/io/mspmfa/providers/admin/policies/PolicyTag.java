// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.codes.Sha256;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The entity tag of a realm's policy and floor together, so that callers can make sure to change what they have read.
 */
final class PolicyTag {
    private static final int BYTES = 16;

    private PolicyTag() {}

    /** The tag as sent in the header, in quotes. */
    static String of(RealmModel realm) {
        String texts = RealmPolicies.ownText(realm).orElse("-")
                + "\n"
                + Floors.text(realm).orElse("-");
        return '"' + HexFormat.of().formatHex(Sha256.of(texts), 0, BYTES) + '"';
    }

    /** The tag that the caller expects ({@code If-Match}); null if any is accepted. */
    static @Nullable String wanted(KeycloakSession session) {
        String header = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        return header == null || header.strip().equals("*") ? null : header.strip();
    }

    /** Refuses to change a policy that is no longer the one that the caller has read. */
    static void check(@Nullable String wanted, RealmModel realm) {
        if (wanted != null && !wanted.equals(of(realm))) {
            throw Problem.of(
                    Response.Status.PRECONDITION_FAILED,
                    "changed_meanwhile",
                    "Someone else has changed the policy or the floor since you read it. Read it again.");
        }
    }
}
