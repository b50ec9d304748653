// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** What can be done that is recorded. The codes are stored, and part of the REST API: they never change. */
public enum Deed {
    // about the realm
    TENANT_CREATED,
    POLICY_CHANGED,
    POLICY_REMOVED,
    FLOOR_CHANGED,
    FLOOR_REMOVED,
    BRANDING_CHANGED,
    BRANDING_REMOVED,
    SESSIONS_ENDED,

    // by an administrator, for a user
    REQUIRED_SET,
    REQUIRED_CLEARED,
    RESET,
    LINK_CREATED,
    DEVICES_CLEARED,
    UNLOCKED,
    IMPERSONATED,

    // by a user, or also by an administrator
    ENROLLED,
    FACTOR_ADDED,
    FACTOR_REMOVED,

    // by a user
    FACTOR_RENAMED,
    PRIMARY_CHOSEN,
    DISABLED,
    BACKUP_CODES_MADE,
    BACKUP_CODES_REMOVED,
    BACKUP_CODE_USED,
    LINK_USED,
    DEVICE_TRUSTED,
    DEVICES_FORGOTTEN,

    // noticed by the extension
    LOCKED,
    DEVICE_COPIED;

    /** The codes of what only administrators do. */
    public static List<String> ofAdministrators() {
        return EnumSet.range(TENANT_CREATED, IMPERSONATED).stream()
                .map(Deed::code)
                .toList();
    }

    /** The code, as it is stored and shown. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
