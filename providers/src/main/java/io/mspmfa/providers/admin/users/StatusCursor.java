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
 * own place.
 *
 * @param local the last user from Keycloak's own table; null if the page has none
 * @param federated the last one from federated directories; null if the page has none
 */
record StatusCursor(@Nullable Place local, @Nullable Place federated) {
    /** Before all users. */
    static final StatusCursor START = new StatusCursor(null, null);

    /** In HQL, what {@link #timeOf} says of the row {@code r}. */
    static final String TIME = "coalesce(r.lastChallenge, 0)";

    private static final int LONGEST = 4096;

    /**
     * A user's place.
     *
     * @param time when the user last proved a factor, in seconds since the epoch
     * @param name the user's name
     * @param id the user's id, since several directories may contain the same name
     */
    record Place(long time, String name, String id) {
        /** A control character in a parameter makes some databases fail. */
        private boolean isWhole() {
            return isText(name) && isText(id);
        }

        private static boolean isText(@Nullable String part) {
            return part != null && !part.isEmpty() && part.chars().noneMatch(Character::isISOControl);
        }
    }

    /** When a user last proved a factor, in seconds since the epoch; 0 for never. */
    static long timeOf(UserStatus user) {
        Long last = user.record().lastChallenge();
        return last == null ? 0 : last;
    }

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

    private boolean isWhole() {
        return (local != null || federated != null)
                && (local == null || local.isWhole())
                && (federated == null || federated.isWhole());
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
        Place place = new Place(timeOf(last), last.username(), last.id());
        return last.federated() ? new StatusCursor(local, place) : new StatusCursor(place, federated);
    }
}
