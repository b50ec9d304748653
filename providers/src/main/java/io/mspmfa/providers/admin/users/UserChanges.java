// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.Collection;

/** What admin events show of changes that concern one user: never a secret, a code or a link. */
final class UserChanges {
    private UserChanges() {}

    /** @param required whether a factor is required of just this user */
    record Required(boolean required) {}

    /** @param expiresAt when the enrolment link that was made dies */
    record LinkMade(String expiresAt) {}

    /**
     * @param enrolled whether the user had a factor that counted
     * @param credentials the types of what was removed
     * @param sessions how many were ended
     */
    record BeforeReset(boolean enrolled, Collection<String> credentials, int sessions) {}

    /** @param reason that the administrator gave */
    record AfterReset(boolean enrolled, int sessions, String reason) {}
}
