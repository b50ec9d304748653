// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

/**
 * Codes that prove for a user who has a second factor, in its stead. They are no factor themselves, so that an
 * administrator who removes a lost app lets its owner enrol again.
 */
public interface StandIn extends CredentialKind {

    /** The name in proofs and events. */
    String word();
}
