// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.options;

import io.mspmfa.providers.sms.SmsNotSentException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.vault.VaultStringSecret;

/** A secret of the server's operator: the value of an option, or the name of an entry in the vault of {@code master}. */
public final class ServerSecret {
    private final String text;
    private final boolean isInVault;

    private ServerSecret(String text, boolean isInVault) {
        this.text = text;
        this.isInVault = isInVault;
    }

    /** A secret from two options, of which the value comes first; null if neither is set. */
    static @Nullable ServerSecret of(@Nullable String value, @Nullable String vaultKey) {
        if (value != null) {
            return new ServerSecret(value, false);
        }
        return vaultKey == null ? null : new ServerSecret(vaultKey, true);
    }

    /**
     * The secret. Read each time, so that it can change in the vault.
     *
     * @throws SmsNotSentException if the vault doesn't have it
     */
    public String read(KeycloakSessionFactory factories) {
        if (!isInVault) {
            return text;
        }
        return KeycloakModelUtils.runJobInTransactionWithResult(factories, session -> {
            // The vault looks in the realm of the session. In a tenant's realm, the tenant's own entry would win.
            RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
            session.getContext().setRealm(master);
            try (VaultStringSecret secret = session.vault().getStringSecret("${vault." + text + "}")) {
                return Optional.ofNullable(secret)
                        .flatMap(VaultStringSecret::get)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .orElseThrow(
                                () -> new SmsNotSentException("the vault of master lacks a secret of the gateway"));
            }
        });
    }

    /** Keeps the secret out of logs (R5). */
    @Override
    public String toString() {
        return "A secret";
    }
}
