// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import io.mspmfa.providers.sms.options.ServerSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A header whose value is a secret.
 *
 * @param user the user name, if the header is that of HTTP's Basic authentication; otherwise null
 */
record HttpHeader(String name, @Nullable String user, ServerSecret secret) {
    private static final String AUTHORIZATION = "Authorization";

    static HttpHeader basic(String user, ServerSecret password) {
        return new HttpHeader(AUTHORIZATION, user, password);
    }

    static HttpHeader authorization(ServerSecret value) {
        return new HttpHeader(AUTHORIZATION, null, value);
    }

    String value(Function<ServerSecret, String> read) {
        String value = read.apply(secret);
        return user == null
                ? value
                : "Basic " + Base64.getEncoder().encodeToString((user + ":" + value).getBytes(StandardCharsets.UTF_8));
    }
}
