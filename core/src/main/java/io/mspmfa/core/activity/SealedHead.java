// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

/**
 * A head as it is stored.
 *
 * @param keyId the id of the key that sealed it
 * @param seal on everything in it
 */
public record SealedHead(Head head, String keyId, String seal) {

    /** Whether one of these keys has sealed exactly this. */
    public boolean isGenuine(ChainKeys keys) {
        return keys.haveSealed(keyId, head.parts(keyId), seal);
    }
}
