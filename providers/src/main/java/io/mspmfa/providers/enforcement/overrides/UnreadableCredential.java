// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import io.mspmfa.providers.factors.spi.CredentialKind;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What Keycloak gets in place of a stored credential that it can't read, in managed realms. Its own providers throw, so
 * that one such credential would hide all others of the user from the account console, and would let an import fail.
 */
public final class UnreadableCredential {
    private UnreadableCredential() {}

    /** Whether a credential is one. */
    public static boolean isOne(KeycloakSession session, CredentialKind kind, CredentialModel stored) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && RealmPolicies.isManaged(realm) && !kind.isReadable(stored);
    }

    /** Lets a credential of the type that Keycloak expects stand for it; what is stored stays as it is. */
    public static <T extends CredentialModel> T standIn(CredentialModel stored, T empty) {
        empty.setId(stored.getId());
        empty.setType(stored.getType());
        empty.setUserLabel(stored.getUserLabel());
        empty.setCreatedDate(stored.getCreatedDate());
        empty.setSecretData(stored.getSecretData());
        empty.setCredentialData(stored.getCredentialData());
        return empty;
    }

    /** What the account console shows of it: nothing of its content, which may be anything. */
    public static CredentialMetadata metadata(CredentialModel stored) {
        CredentialMetadata metadata = new CredentialMetadata();
        CredentialModel shown = standIn(stored, new CredentialModel());
        shown.setSecretData(null);
        shown.setCredentialData("{}");
        metadata.setCredentialModel(shown);
        metadata.setWarningMessageTitle("mspMfaUnreadableTitle");
        metadata.setWarningMessageDescription("mspMfaUnreadableHelp");
        return metadata;
    }
}
