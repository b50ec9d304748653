// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.sentences.SentenceCode;
import java.util.List;

/** Why a user is or is not asked for a second factor. Where a setting comes from is its layer, as in {@code floor}. */
enum Why implements SentenceCode {
    // the rule that decides
    NOT_MANAGED,
    OFF("source"),
    OPTIONAL("source"),
    REQUIRED_OF_USER,
    EXEMPT_ROLE("source", "roles", "rolesSource"),
    NO_REQUIRED_ROLE("source", "roles", "rolesSource"),
    ADAPTIVE("source"),
    REQUIRED("source"),
    BROKERED,

    // what follows for the user
    ASKED_AT_LOGIN,
    ASKED_AT_RISK("threshold", "source"),
    NOT_ASKED,
    SETS_UP_AT_LOGIN,
    SETS_UP_AT_RISK("threshold", "source"),
    GRACE_AHEAD("days", "source"),
    GRACE_UNTIL("until", "source"),
    SET_UP_PENDING("requiredAction"),
    NONE_WANTED,

    // logins through identity providers
    LOCAL_USERS_ONLY("source"),
    VOUCHED_FOR("alias"),
    NOT_VOUCHED_FOR("alias"),

    // factors that don't count as they are
    NOTHING_READABLE,
    SOME_UNREADABLE,
    EMAIL_CHANGED,
    EMAIL_NOT_FOR_ADMINS("source"),
    EMAIL_NO_SERVER,
    EMAIL_NOT_VERIFIED,
    SMS_NO_GATEWAY,
    SMS_NOT_SERVED,

    // the last login, where risk decides
    NEVER_JUDGED,
    JUDGED_USUAL("at", "score"),
    JUDGED_ASKED("at", "score", "reasons"),
    JUDGED_NOT_ASKED("at", "score", "reasons"),

    // the account
    LOCKED,
    LOCKED_UNTIL("until"),
    DISABLED;

    private final String params;

    Why(String... params) {
        this.params = String.join(" ", params);
    }

    @Override
    public String group() {
        return "why";
    }

    @Override
    public List<String> params() {
        return params.isEmpty() ? List.of() : List.of(params.split(" "));
    }
}
