// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

/**
 * A record as it is stored.
 *
 * @param keyId the id of the key that sealed it
 * @param seal on everything in it, and so, through the seal of the record before it, on all records before it
 */
public record SealedEntry(Entry entry, String keyId, String seal) {

    /** Whether one of these keys has sealed exactly this. */
    boolean isGenuine(ChainKeys keys) {
        return keys.haveSealed(keyId, entry.parts(keyId), seal);
    }
}
