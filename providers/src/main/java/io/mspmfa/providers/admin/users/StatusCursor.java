// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * Where a page of the status list ended. Users in Keycloak's own table and users of federated directories are read
 * separately, each in the order in which the database sorts names, which differs from Java's; therefore each has its
 * own position.
 *
 * @param local the last user name from Keycloak's own table, where names are unique
 * @param federated the last user name from federated directories
 * @param federatedId the id of that user, since several directories may contain the same name
 */
record StatusCursor(String local, String federated, String federatedId) {
    /** Sorts before all names: no name is blank, and databases without empty strings do support a blank. */
    static final StatusCursor START = new StatusCursor(" ", " ", " ");

    private static final int LONGEST = 4096;

    /**
     * Parses the text form of a cursor.
     *
     * @throws IllegalArgumentException if it is not a cursor
     */
    static StatusCursor parse(String text) {
        try {
            StatusCursor cursor = text.length() > LONGEST
                    ? null
                    : JsonSerialization.readValue(Base64.getUrlDecoder().decode(text), StatusCursor.class);
            if (cursor != null && cursor.isWhole()) {
                return cursor;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The cursor can't be read", e);
        }
        throw new IllegalArgumentException("The cursor can't be read");
    }

    /** The text form, which is opaque to callers. */
    String text() {
        try {
            String json = JsonSerialization.writeValueAsString(this);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("A cursor can't be written", e);
        }
    }

    StatusCursor after(UserStatus last) {
        return last.federated()
                ? new StatusCursor(local, last.username(), last.id())
                : new StatusCursor(last.username(), federated, federatedId);
    }

    /** A control character in a parameter makes some databases fail. */
    private boolean isWhole() {
        return isText(local) && isText(federated) && isText(federatedId);
    }

    private static boolean isText(@Nullable String part) {
        return part != null && !part.isEmpty() && part.chars().noneMatch(Character::isISOControl);
    }
}
