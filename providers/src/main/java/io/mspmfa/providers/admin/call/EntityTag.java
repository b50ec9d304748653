// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.codes.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Entity tags (RFC 9110, 8.8.3), so that callers can make sure to change what they have read. */
public final class EntityTag {
    private static final int BYTES = 16;

    private EntityTag() {}

    /** The tag of a text as sent in the header, in quotes. */
    public static String of(String text) {
        return '"' + HexFormat.of().formatHex(Sha256.of(text), 0, BYTES) + '"';
    }

    /** The tag that the caller expects ({@code If-Match}); null if any is accepted. */
    public static @Nullable String wanted(KeycloakSession session) {
        String header = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        return header == null || header.strip().equals("*") ? null : header.strip();
    }

    /**
     * Refuses to change what is no longer what the caller has read.
     *
     * @param current the tag of what is stored
     */
    public static void check(@Nullable String wanted, String current) {
        if (wanted != null && !wanted.equals(current)) {
            throw Problem.of(ErrorCode.CHANGED_MEANWHILE);
        }
    }
}
