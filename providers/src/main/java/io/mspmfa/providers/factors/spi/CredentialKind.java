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

    /**
     * Whether everything that is needed to check an answer can be read. Credentials come from imports, old exports and
     * other extensions, with parts missing or odd. Must not throw.
     */
    boolean isReadable(CredentialModel stored);

    /** The same for a credential that is about to be used: one that can't be read is logged, once. */
    default boolean isUsable(CredentialModel stored) {
        boolean readable = isReadable(stored);
        if (!readable) {
            UnreadableLog.add(stored);
        }
        return readable;
    }

    /** The user's credentials of this kind that an answer can be checked against, the preferred one first. */
    default Stream<CredentialModel> usable(UserModel user) {
        return of(user).filter(this::isUsable);
    }

    /**
     * The user's credentials of this kind, readable or not, the preferred one first. Decides what a user has, and so
     * what is owed: one that can't be read is owed and can't be shown (R38). No SQL for a cached user.
     */
    default Stream<CredentialModel> of(UserModel user) {
        return credentialTypes().stream().flatMap(user.credentialManager()::getStoredCredentialsByTypeStream);
    }
}
