// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.log.Once;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;

/** Names each unreadable credential once in the log, however often it is met. */
final class UnreadableLog {
    private static final Logger LOG = Logger.getLogger(UnreadableLog.class);

    private static final Once KNOWN = new Once();

    private UnreadableLog() {}

    static void add(CredentialModel credential) {
        String id = String.valueOf(credential.getId());
        if (KNOWN.isFirst(id)) {
            LOG.warnf(
                    "Credential %s of type %s can't be read and is skipped: replace or remove it",
                    LogText.of(id), LogText.of(credential.getType()));
        }
    }
}
