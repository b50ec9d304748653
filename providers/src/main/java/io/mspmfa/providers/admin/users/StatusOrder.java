// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order the status list shows users.
 *
 * @param key what decides; users with the same value are sorted by name
 * @param descending whether the last one comes first
 */
record StatusOrder(Key key, boolean descending) {
    /** By name. */
    static final StatusOrder BY_NAME = new StatusOrder(Key.USERNAME, false);

    /** What decides about the order. */
    enum Key {
        USERNAME("username"),
        /** When the user last proved a factor; users who never did count as the earliest. */
        LAST_CHALLENGE("lastChallengeAt");

        private final String word;

        Key(String word) {
            this.word = word;
        }

        /** The words of all, as in the API. */
        static List<String> words() {
            return Arrays.stream(values()).map(key -> key.word).toList();
        }

        /**
         * The key of a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        static Key of(String word) {
            return Arrays.stream(values())
                    .filter(key -> key.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(word));
        }
    }

    /**
     * The expressions by which a query sorts. Those for one realm start with it, so that H2 can use an index for names.
     *
     * @param realm path to the realm's id; empty for several realms
     * @param name path to the user's name
     * @param id path to the user's id, where names are not unique; empty elsewhere
     */
    String by(String realm, String name, String id) {
        String time = key == Key.LAST_CHALLENGE ? StatusCursor.TIME : "";
        return Stream.of(realm, time, name, id)
                .filter(path -> !path.isEmpty())
                .map(path -> path + (descending ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The sign of what comes later. */
    String sign() {
        return descending ? "<" : ">";
    }

    Comparator<UserStatus> comparator() {
        Comparator<UserStatus> byName = Comparator.comparing(UserStatus::username);
        Comparator<UserStatus> ascending = key == Key.USERNAME
                ? byName
                : Comparator.comparingLong((UserStatus user) -> StatusCursor.timeOf(user))
                        .thenComparing(byName);
        Comparator<UserStatus> withIds = ascending.thenComparing(UserStatus::id);
        return descending ? withIds.reversed() : withIds;
    }
}
