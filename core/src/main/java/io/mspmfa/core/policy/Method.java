// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Locale;

/** A kind of second factor that a policy may allow. Backup codes are not one: they stand in for any of them. */
public enum Method {
    TOTP,
    SMS,
    EMAIL,
    WEBAUTHN;

    /** The method's name in the policy JSON, in lower case. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
