// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Keycloak's own question whether to delete a credential. */
public final class DeleteCredentialPage extends Screen {

    public static final String ID = "login-delete-credential";

    public DeleteCredentialPage(Device device) {
        super(device, ID);
    }

    public Device confirm() {
        return press("accept");
    }
}
