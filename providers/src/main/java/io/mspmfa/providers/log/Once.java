// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What the log has said, so that a fault which every login meets is named once on each node. Tenants cause such faults,
 * so only the last thousands are remembered.
 */
public final class Once {
    private static final int MOST = 10_000;

    private final Cache<String, Boolean> said =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /**
     * Whether something is said for the first time.
     *
     * @param key an id or a few of them, never a text of any length
     */
    public boolean isFirst(String key) {
        return said.asMap().putIfAbsent(key, true) == null;
    }
}
