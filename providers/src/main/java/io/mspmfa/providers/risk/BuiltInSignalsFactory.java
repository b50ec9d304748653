// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.risk.Judge;
import io.mspmfa.core.risk.Signal;
import io.mspmfa.core.risk.signals.BuiltIn;
import io.mspmfa.providers.risk.geo.GeoDatabase;
import io.mspmfa.providers.risk.spi.RiskSignalFactory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/**
 * Our own signals, through the same door as those of others. Also keeps the judge of all of them, and the geo database
 * that the server option {@code --spi-msp-mfa-risk-signal--built-in--geo-database} names. Without this factory, every
 * login is challenged (R38).
 */
public final class BuiltInSignalsFactory implements RiskSignalFactory {
    /** The provider's id. */
    public static final String PROVIDER_ID = "built-in";

    private GeoDatabase geo = new GeoDatabase(null);
    private @Nullable Judge judge;

    /** The one of this server; empty if it has been disabled. */
    static Optional<BuiltInSignalsFactory> of(KeycloakSession session) {
        ProviderFactory<RiskSignalFactory> factory =
                session.getKeycloakSessionFactory().getProviderFactory(RiskSignalFactory.class, PROVIDER_ID);
        return factory instanceof BuiltInSignalsFactory ours ? Optional.of(ours) : Optional.empty();
    }

    @Override
    public List<Signal> signals() {
        return BuiltIn.SIGNALS;
    }

    @Override
    public void init(Config.Scope config) {
        geo = new GeoDatabase(Optional.ofNullable(config.get("geo-database"))
                .filter(file -> !file.isBlank())
                .map(String::strip)
                .map(Path::of)
                .orElse(null));
    }

    /**
     * Checks all signals.
     *
     * @throws IllegalArgumentException if one is faulty; the server then refuses to start
     */
    @Override
    public void postInit(KeycloakSessionFactory factories) {
        Stream<RiskSignalFactory> others = factories
                .getProviderFactoriesStream(RiskSignalFactory.class)
                .map(RiskSignalFactory.class::cast)
                .filter(factory -> factory != this)
                .sorted(Comparator.comparing(RiskSignalFactory::getId));
        judge = new Judge(Stream.concat(Stream.of(this), others)
                .flatMap(factory -> factory.signals().stream())
                .toList());
        geo.look();
    }

    Judge judge() {
        return Objects.requireNonNull(judge, "The server has not started yet");
    }

    GeoDatabase geo() {
        return geo;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
