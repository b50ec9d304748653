// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.providers.store.SharedStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Where a user's last wrong code would be on each of the user's tokens, for the code that comes next. It is kept per
 * user, so that a password grant, which has no session, can resynchronise a token too.
 *
 * <p>Each code that is entered takes it away, in one atomic operation, so that a wrong code is compared with one other
 * code only, however many requests are sent at once.
 */
final class LastWrongCode {
    /** Enough for reading the next code from a token that changes it every minute. */
    private static final long SECONDS = 180;

    private static final String SEPARATOR = ",";

    private final KeycloakSession session;
    private final String key;

    LastWrongCode(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.key = "msp.mfa.resync." + realm.getId() + "." + user.getId();
    }

    /** The positions by the id of the token, and forgets them; empty if there was no wrong code lately. */
    Map<String, List<Long>> take() {
        Map<String, String> notes = SharedStore.of(session).remove(key);
        Map<String, List<Long>> positions = new HashMap<>();
        if (notes != null) {
            notes.forEach((token, joined) -> positions.put(token, split(joined)));
        }
        return positions;
    }

    /**
     * Remembers the positions of a wrong code, also if the request fails, as a refused password grant does. Even if there
     * is none: otherwise, the time that this takes would show whether the code belongs to another time step.
     */
    void remember(Map<String, List<Long>> positions) {
        Map<String, String> notes = new HashMap<>();
        positions.forEach((token, list) -> notes.put(token, join(list)));
        SharedStore.of(session).put(key, SECONDS, notes);
    }

    private static String join(List<Long> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    private static List<Long> split(String joined) {
        return Arrays.stream(joined.split(SEPARATOR, -1))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
