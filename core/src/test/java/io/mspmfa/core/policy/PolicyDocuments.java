// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

/** Policy documents for the tests. */
final class PolicyDocuments {
    /** The example from the design, with a mode chosen. It sets every field. */
    static final String CONTRACT = """
            { "mode": "adaptive",
              "methods": ["totp", "sms", "email", "webauthn"], "defaultMethod": "totp",
              "graceDays": 0, "localUsersOnly": true, "selfDisable": true,
              "exemptRoles": [], "requiredRoles": [], "allowExemptions": true,
              "rememberDevice": { "enabled": false, "days": 30 },
              "backupCodes": { "count": 10 },
              "enrolment": { "otpsRequired": 2, "backupCodesStep": "before", "qrLifetimeSeconds": 180, "showQrOnRequest": false, "revealKeyOnClick": true },
              "attempts": { "max": 5, "lockSeconds": 30 },
              "adaptive": { "threshold": 50, "trustedNetworks": [], "enrolWhenRisky": false },
              "sms": { "unique": false, "types": ["MOBILE", "FIXED_LINE_OR_MOBILE"], "sender": "", "text": "" },
              "email": { "forAdmins": false },
              "registration": { "optIn": "offered", "signInAgain": true },
              "notifications": { "email": true, "contact": "" } }
            """;

    private PolicyDocuments() {}

    /** A document that sets one field only. */
    static String of(String path, String value) {
        String[] parts = path.split("\\.", 2);
        String inner = parts.length == 1 ? value : of(parts[1], value);
        return "{\"" + parts[0] + "\": " + inner + "}";
    }

    static PolicyField<?> field(String path) {
        return PolicyField.ALL.stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + path));
    }
}
