// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Locale;

/** Where enrolment shows the backup codes. */
public enum BackupCodesStep {
    /** Between the QR code and the one-time codes that prove it. */
    BEFORE,
    /** After the one-time codes. */
    AFTER;

    /** The step's word in the policy JSON, in lower case. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
