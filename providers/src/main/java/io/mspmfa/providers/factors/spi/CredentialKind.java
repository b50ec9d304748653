// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.spi;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Something that a user has as stored credentials, and what the rest of this extension needs to know about it. */
public interface CredentialKind {

    /** The credential types, each of which belongs to one kind only. */
    List<String> credentialTypes();

    /**
     * The required actions that set it up, which a reset removes from a user. Those of this extension need not be
     * listed.
     */
    List<String> setUpActions();

    /**
     * Whether users set it up and remove it on Keycloak's own pages, which this extension learns about through events.
     */
    boolean isBuiltIn();

    /**
     * The message key of its name in e-mails.
     *
     * @param credentialType one of {@link #credentialTypes}
     */
    String mailKey(String credentialType);

    /** The user's credentials of this kind, the preferred one first. No SQL for a cached user. */
    default Stream<CredentialModel> of(UserModel user) {
        return credentialTypes().stream().flatMap(user.credentialManager()::getStoredCredentialsByTypeStream);
    }
}
