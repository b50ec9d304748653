// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a login notes about the device that it comes from. */
final class DeviceNotes {
    private static final String LOOKED = "msp.mfa.device.looked";
    private static final String NEW = "msp.mfa.device.new";

    private final AuthenticationSessionModel login;

    DeviceNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether the login's page was that of the browser flow, rather than one for a forgotten password or a new user. */
    boolean isPlain() {
        return LoginActionsService.AUTHENTICATE_PATH.equals(
                login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
    }

    /** True once in each login. */
    boolean isFirstLook() {
        boolean first = login.getAuthNote(LOOKED) == null;
        login.setAuthNote(LOOKED, "true");
        return first;
    }

    /** Notes that the login has made its device a trusted one. */
    void noteNew() {
        login.setAuthNote(NEW, "true");
    }

    boolean isNew() {
        return login.getAuthNote(NEW) != null;
    }
}
