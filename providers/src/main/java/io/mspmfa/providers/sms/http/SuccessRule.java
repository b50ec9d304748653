// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import java.util.Set;

/**
 * When an answer means that the message was accepted.
 *
 * @param statuses the HTTP statuses; empty for every one from 200 to 299
 * @param text what the answer must also contain, because many gateways answer 200 to everything; empty for nothing
 */
record SuccessRule(Set<Integer> statuses, String text) {
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    SuccessRule {
        statuses = Set.copyOf(statuses);
    }

    boolean hasStatus(int status) {
        return statuses.isEmpty() ? status >= OK && status < REDIRECT : statuses.contains(status);
    }

    boolean hasText(String body) {
        return body.contains(text);
    }
}
