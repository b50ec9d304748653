// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.options;

import io.mspmfa.providers.sms.SmsGatewayFactory;
import io.mspmfa.providers.sms.SmsSpi;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * A gateway of our own. Reads its options only if it is the one that the server uses, and refuses the start of the server
 * if they are incomplete, rather than leaving users without a code.
 *
 * @param <T> the options, read and checked
 */
public abstract class OptionedGatewayFactory<T> implements SmsGatewayFactory {
    private @Nullable T settings;
    private @Nullable KeycloakSessionFactory factories;

    /**
     * Reads and checks the options.
     *
     * @throws IllegalArgumentException if they are incomplete or wrong
     */
    protected abstract T read(Config.Scope options);

    @Override
    public final void init(Config.Scope options) {
        if (getId().equals(Config.getProvider(SmsSpi.NAME))) {
            settings = read(options);
        }
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        factories = factory;
    }

    @Override
    public final boolean isReady() {
        return settings != null;
    }

    /** The options; only if the gateway is ready. */
    protected final T settings() {
        return Objects.requireNonNull(settings, "The gateway is not in use");
    }

    /** The value of a secret; see {@link ServerSecret#read}. */
    protected final String valueOf(ServerSecret secret) {
        return secret.read(Objects.requireNonNull(factories));
    }

    /** The value of an option that must be set. */
    protected final String required(Config.Scope options, String name) {
        return optional(options, name).orElseThrow(() -> refusal(name, "is not set"));
    }

    /** The value of an option; empty if it is not set. */
    protected final Optional<String> optional(Config.Scope options, String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    /** A secret from the option itself, or by the option {@code <name>-vault}; empty if neither is set. */
    protected final Optional<ServerSecret> secret(Config.Scope options, String name) {
        return Optional.ofNullable(ServerSecret.of(
                optional(options, name).map(String::strip).orElse(null),
                optional(options, name + "-vault").orElse(null)));
    }

    /** A secret that must be set. */
    protected final ServerSecret requiredSecret(Config.Scope options, String name) {
        return secret(options, name).orElseThrow(() -> refusal(name, "is not set, and neither is " + name + "-vault"));
    }

    /** Says what is wrong with an option. The value is left out, because addresses may contain secrets. */
    protected final IllegalArgumentException refusal(String name, String problem) {
        return new IllegalArgumentException(
                "The option spi-" + SmsSpi.NAME + "--" + getId() + "--" + name + " " + problem);
    }

    @Override
    public void close() {}
}
