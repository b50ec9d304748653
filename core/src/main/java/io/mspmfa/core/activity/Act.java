// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done. Names are those of the moment, since people are renamed and deleted.
 *
 * @param what what it was
 * @param by who did it; null if it was the extension, or if nobody knows
 * @param user whom it is about; null if it is about the realm
 * @param reason the reason given for it; null if none was asked for
 * @param details particulars by name: texts, numbers, flags and lists of texts, and never a secret
 */
public record Act(
        Deed what,
        @Nullable Actor by,
        @Nullable Person user,
        @Nullable String reason,
        Map<String, Object> details) {

    public Act {
        details = Map.copyOf(details);
    }

    /**
     * Who did it.
     *
     * @param id Keycloak's id of the user
     * @param username the name of the moment
     * @param realm the name of the user's own realm, which may be {@code master}
     */
    public record Actor(String id, String username, String realm) {}

    /**
     * Whom it is about.
     *
     * @param id Keycloak's id of the user, in the realm of the record
     * @param username the name of the moment
     */
    public record Person(String id, String username) {}

    /** Something of which nothing else is known yet. */
    public static Act of(Deed what) {
        return new Act(what, null, null, null, Map.of());
    }

    /** The same, with who did it; null for the extension. */
    public Act by(@Nullable Actor actor) {
        return new Act(what, actor, user, reason, details);
    }

    /** The same, with the user whom it is about. */
    public Act about(Person person) {
        return new Act(what, by, person, reason, details);
    }

    /** The same, with the reason given for it. */
    public Act because(String given) {
        return new Act(what, by, user, given, details);
    }

    /** The same, with one more particular; null leaves it out. */
    public Act with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Act(what, by, user, reason, more);
    }

    /** The id of the user whom it is about; empty if it is about the realm. */
    public Optional<String> userId() {
        return Optional.ofNullable(user).map(Person::id);
    }
}
