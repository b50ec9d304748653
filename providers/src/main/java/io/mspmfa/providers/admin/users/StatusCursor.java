// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * Where a page of the status list ended. Users of Keycloak's own table and those of federated directories are read
 * apart, each in the database's order of names, which is not Java's; so each has a place of its own.
 *
 * @param local the last user name from Keycloak's own table, where it is unique
 * @param federated the last user name from federated directories
 * @param federatedId the id of that user, since directories may share a name
 */
record StatusCursor(String local, String federated, String federatedId) {
    /** Before all names: none is blank, and databases that know no empty text know a blank. */
    static final StatusCursor START = new StatusCursor(" ", " ", " ");

    private static final int LONGEST = 4096;

    /**
     * Reads a cursor's text form.
     *
     * @throws IllegalArgumentException where it is none
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

    /** The text form, opaque to whoever gets it. */
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
