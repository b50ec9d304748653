// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** What is kept of a user as stored credentials, and what the rest of this extension has to know of it. */
public interface CredentialKind {

    /** The types of the credentials, each of which belongs to one kind only. */
    List<String> credentialTypes();

    /** The required actions that set it up, which a reset takes off a user. Those of this extension go without saying. */
    List<String> setUpActions();

    /** Whether users set it up and remove it on Keycloak's own pages, of which this extension hears by events. */
    boolean isBuiltIn();

    /**
     * The key of the words that name it in an e-mail.
     *
     * @param credentialType one of {@link #credentialTypes}
     */
    String mailKey(String credentialType);

    /** The user's credentials of this kind, the preferred one first. No SQL for a cached user. */
    default Stream<CredentialModel> of(UserModel user) {
        return credentialTypes().stream().flatMap(user.credentialManager()::getStoredCredentialsByTypeStream);
    }
}
