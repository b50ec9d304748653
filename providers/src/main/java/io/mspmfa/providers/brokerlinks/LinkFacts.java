// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

/**
 * What is recorded about a link.
 *
 * @param provider the alias of the identity provider
 * @param made in seconds since the epoch
 * @param proven whether the user has passed a second factor in a login through it, or when it was made
 */
public record LinkFacts(String provider, long made, LinkWay way, boolean proven) {
    /**
     * Whether whoever comes through the link can be taken for the user: an administrator has made it, or the user has
     * shown that it is theirs.
     */
    public boolean isTrusted() {
        return proven || way == LinkWay.ADMINISTRATOR;
    }
}
