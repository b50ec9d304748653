// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** Reads the JSON of stored credentials, which may have been written by anyone. */
public final class StoredData {
    private StoredData() {}

    /** What a text contains; empty if it is missing or doesn't contain that. */
    public static <T> Optional<T> read(@Nullable String json, Class<T> type) {
        try {
            return json == null ? Optional.empty() : Optional.ofNullable(JsonSerialization.readValue(json, type));
        } catch (IOException e) {
            // not logged, since it quotes the text
            return Optional.empty();
        }
    }
}
