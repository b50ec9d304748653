// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.UserCredentialManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.storage.adapter.AbstractUserAdapter;

/** Every write throws {@code ReadOnlyException}, as implemented by its base class. */
final class ReadOnlyUser extends AbstractUserAdapter {

    private final ComponentModel model;
    private final String username;

    ReadOnlyUser(KeycloakSession session, RealmModel realm, ComponentModel model, String username) {
        super(session, realm, model);
        this.model = model;
        this.username = username;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getEmail() {
        return username + "@"
                + Objects.requireNonNullElse(model.get(ReadOnlyUserStorageProviderFactory.DOMAIN), "readonly.test");
    }

    /** If the directory is trusted with it. */
    @Override
    public boolean isEmailVerified() {
        return model.get(ReadOnlyUserStorageProviderFactory.EMAIL_VERIFIED, false);
    }

    @Override
    public String getFirstName() {
        return "Read";
    }

    @Override
    public String getLastName() {
        return "Only";
    }

    /** The user profile reads attributes only: without these, the login would ask the user to fill them in. */
    @Override
    public Map<String, List<String>> getAttributes() {
        return Map.of(
                USERNAME, List.of(username),
                EMAIL, List.of(getEmail()),
                FIRST_NAME, List.of(getFirstName()),
                LAST_NAME, List.of(getLastName()));
    }

    @Override
    public @Nullable String getFirstAttribute(String name) {
        List<String> values = getAttributes().get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public Stream<String> getAttributeStream(String name) {
        return getAttributes().getOrDefault(name, List.of()).stream();
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        return new UserCredentialManager(session, realm, this);
    }
}
