// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an account at an identity provider came to be linked to a user who existed already. */
public enum LinkWay {
    /** At a first login through the provider, by the user's password or whatever else the flow asked for. */
    LOGIN,
    /** At a first login through the provider, by a link in an e-mail. */
    EMAIL,
    /** By the user, in a session. */
    ACCOUNT,
    /** By an administrator, or by an import. */
    ADMINISTRATOR;

    /** The name in the REST API and in the database; at most 20 characters. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
