// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an HTTP gateway is called.
 *
 * @param sender what messages without a sender of their own are sent from; may be empty
 * @param proxy through which the gateway is reached; null to reach it directly
 */
record HttpSettings(
        URI url,
        BodyTemplate body,
        String sender,
        List<HttpHeader> headers,
        SuccessRule success,
        @Nullable InetSocketAddress proxy) {
    HttpSettings {
        headers = List.copyOf(headers);
    }
}
