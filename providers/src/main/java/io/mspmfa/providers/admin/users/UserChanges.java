// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.Collection;

/** What admin events show about changes that affect one user: never a secret, a code or a link. */
final class UserChanges {
    private UserChanges() {}

    /**
     * @param required whether a factor is required of this user individually
     */
    record Required(boolean required) {}

    /**
     * @param expiresAt when the new enrolment link expires
     */
    record LinkMade(String expiresAt) {}

    /**
     * @param enrolled whether the user had a factor that counted
     * @param credentials the types of the removed credentials
     * @param sessions how many sessions were ended
     */
    record BeforeReset(boolean enrolled, Collection<String> credentials, int sessions) {}

    /**
     * @param reason the reason given by the administrator
     */
    record AfterReset(boolean enrolled, int sessions, String reason) {}
}
