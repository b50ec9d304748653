// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.users.RequiredBy;
import java.util.Collection;

/** What admin events show about changes that affect one user: never a secret, a code or a link. */
final class UserChanges {
    private UserChanges() {}

    /**
     * @param by who requires it or not
     * @param required whether a factor is required of this user individually
     */
    record Required(RequiredBy by, boolean required) {}

    /**
     * @param devices how many devices were trusted, of those that the change is about
     */
    record Devices(int devices) {}

    /**
     * @param locked whether the user was locked
     */
    record Lock(boolean locked) {}

    /**
     * @param expiresAt when the new enrolment link expires
     */
    record LinkMade(String expiresAt) {}

    /**
     * @param enrolled whether the user had a factor that counted
     * @param credentials the types of the removed credentials
     * @param sessions how many sessions were ended
     * @param identityProviders the aliases of the linked identity providers
     */
    record BeforeReset(
            boolean enrolled, Collection<String> credentials, int sessions, Collection<String> identityProviders) {}

    /**
     * @param identityProviders the aliases of the identity providers that are still linked
     * @param reason the reason given by the administrator
     */
    record AfterReset(boolean enrolled, int sessions, Collection<String> identityProviders, String reason) {}
}
