// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

/**
 * Codes that a user who has a second factor can use in its place. They are not a factor themselves, so that a user
 * whose lost app was removed by an administrator can enrol again.
 */
public interface StandIn extends CredentialKind {

    /** The name in proofs and events. */
    String word();
}
