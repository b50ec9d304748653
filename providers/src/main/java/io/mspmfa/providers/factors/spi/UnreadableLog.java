// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import io.mspmfa.providers.log.LogText;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;

/** Names each unreadable credential once in the log, however often it is met. */
final class UnreadableLog {
    private static final Logger LOG = Logger.getLogger(UnreadableLog.class);

    /** An id has at most 36 characters. */
    private static final int MAX_REMEMBERED = 10_000;

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private UnreadableLog() {}

    static void add(CredentialModel credential) {
        String id = String.valueOf(credential.getId());
        if (KNOWN.size() >= MAX_REMEMBERED) {
            KNOWN.clear();
        }
        if (KNOWN.add(id)) {
            LOG.warnf(
                    "Credential %s of type %s can't be read and is skipped: replace or remove it",
                    LogText.of(id), LogText.of(credential.getType()));
        }
    }
}
