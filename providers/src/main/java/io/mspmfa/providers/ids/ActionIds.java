// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.ids;

/** The ids of this extension's required actions, which are also their aliases. */
public final class ActionIds {
    /** Checks at login whether a second factor is still owed. */
    public static final String LOGIN_CHECK = "msp-mfa";

    /** Sets up an authenticator app. */
    public static final String SET_UP = "msp-mfa-setup";

    /** Shows users their second factors. */
    public static final String MANAGE = "msp-mfa-manage";

    /** Creates a new set of backup codes. */
    public static final String NEW_BACKUP_CODES = "msp-mfa-backup-codes";

    /** Switches two-factor authentication off. */
    public static final String DISABLE = "msp-mfa-disable";

    private ActionIds() {}
}
