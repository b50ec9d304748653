// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * A stored credential, any part of which may be missing or nonsense.
 *
 * @param id null for an id of Keycloak's choice
 * @param old whether it was created long before everything else
 */
public record PlantedCredential(
        @Nullable String id,
        String type,
        @Nullable String label,
        @Nullable String secretData,
        @Nullable String credentialData,
        boolean old) {

    /** Returns its id. */
    String storeFirst(UserModel user) {
        CredentialModel model = new CredentialModel();
        model.setId(id);
        model.setType(type);
        model.setUserLabel(label);
        model.setSecretData(secretData);
        model.setCredentialData(credentialData);
        model.setCreatedDate(old ? Instant.parse("2020-02-02T20:20:20Z").toEpochMilli() : null);
        String stored = user.credentialManager().createStoredCredential(model).getId();
        user.credentialManager().moveStoredCredentialTo(stored, null);
        return stored;
    }
}
