// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who can require a second factor of a user individually (K19). Each has a say of their own; one is enough. */
public enum RequiredBy {
    /** Somebody with a token of {@code master}. */
    RESELLER,
    /** An administrator of the user's own realm. */
    TENANT;

    /** Who requires a factor of a user. */
    public static List<RequiredBy> of(UserRecord record) {
        return Arrays.stream(values()).filter(record::isRequiredBy).toList();
    }

    /** The name in the REST API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
