// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.spi;

import io.mspmfa.core.risk.Signal;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Brings signals of risk. There is one object for the whole server, which Keycloak takes for the factory and for what it
 * makes. Whoever has one signal implements {@link RiskSignal} instead.
 */
public interface RiskSignalFactory extends ProviderFactory<RiskSignalFactory>, Provider {

    /** The signals, asked for once when the server starts, after {@link #init}. */
    List<Signal> signals();

    @Override
    default RiskSignalFactory create(KeycloakSession session) {
        return this;
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factories) {}

    @Override
    default void close() {}
}
