// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.providers.factors.spi.CredentialKind;
import org.keycloak.credential.CredentialModel;

/**
 * A credential on the self-service page.
 *
 * @param credential what is stored
 * @param icon the name of its icon
 * @param title the message key of its title
 * @param unreadable whether it can't be read, so that the login skips it
 */
public record ManageRow(CredentialModel credential, String icon, String title, boolean unreadable) {

    /** The row of a credential. */
    public static ManageRow of(CredentialKind kind, CredentialModel credential, String icon, String title) {
        return new ManageRow(credential, icon, title, !kind.isUsable(credential));
    }
}
