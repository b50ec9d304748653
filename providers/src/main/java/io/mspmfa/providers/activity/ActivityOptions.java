// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.ChainKey;
import io.mspmfa.core.activity.ChainKeys;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The options about the record of activity, read and checked, and the keys that they lead to. */
public final class ActivityOptions implements ActivitySettings {
    /** The option that says how many days a record is kept. */
    public static final String DAYS = "activity-days";

    /** The option with the secrets of the operator. */
    public static final String KEYS = "activity-keys";

    /** Thirteen months: whoever looks back on a year a few weeks after its end still finds its first day. */
    private static final int DEFAULT_DAYS = 400;

    private static final int FEWEST_DAYS = 30;
    private static final int MOST_DAYS = 3650;
    private static final int SHORTEST_SECRET = 32;

    /** Among the secrets, it stands for the one that the server has made for itself. */
    private static final String STORED = "stored";

    private final int days;
    private final List<String> secrets;
    private volatile @Nullable ChainKeys keys;

    private ActivityOptions(int days, List<String> secrets) {
        this.days = days;
        this.secrets = secrets;
    }

    /**
     * Reads the options.
     *
     * @param days null if it is not set
     * @param keys secrets separated by blanks, the newest first; null if it is not set
     * @throws IllegalArgumentException if a value is not possible; the server then refuses to start. Never says a secret
     */
    public static ActivityOptions read(@Nullable String days, @Nullable String keys) {
        List<String> secrets = Stream.of(Objects.requireNonNullElse(keys, "").split("\\s+"))
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (secrets.stream().anyMatch(secret -> secret.length() < SHORTEST_SECRET && !secret.equals(STORED))) {
            throw refusal(KEYS, "must be secrets of at least " + SHORTEST_SECRET + " characters, separated by blanks");
        }
        if (secrets.stream().distinct().count() < secrets.size()) {
            throw refusal(KEYS, "contains the same secret twice");
        }
        return new ActivityOptions(
                days == null ? DEFAULT_DAYS : days(days), secrets.isEmpty() ? List.of(STORED) : secrets);
    }

    private static int days(String text) {
        int days = text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : -1;
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw refusal(DAYS, "must be a whole number from " + FEWEST_DAYS + " to " + MOST_DAYS);
        }
        return days;
    }

    private static IllegalArgumentException refusal(String name, String problem) {
        return new IllegalArgumentException(
                "The option spi-jpa-entity-provider--" + FACTORY_ID + "--" + name + " " + problem);
    }

    @Override
    public int days() {
        return days;
    }

    @Override
    public ChainKeys keys(KeycloakSession session) {
        ChainKeys known = keys;
        if (known == null) {
            known = new ChainKeys(secrets.stream()
                    .map(secret -> secret.equals(STORED) ? StoredSecret.of(session) : secret)
                    .map(ChainKey::of)
                    .toList());
            keys = known;
        }
        return known;
    }
}
