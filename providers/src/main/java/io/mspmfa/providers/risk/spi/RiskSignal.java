// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.spi;

import io.mspmfa.core.risk.Signal;
import java.util.List;

/**
 * A signal of risk that another extension adds: one public class, whose name stands in
 * {@code META-INF/services/io.mspmfa.providers.risk.spi.RiskSignalFactory}.
 */
public interface RiskSignal extends RiskSignalFactory, Signal {

    @Override
    default List<Signal> signals() {
        return List.of(this);
    }

    /** The provider's id: the word with hyphens. */
    @Override
    default String getId() {
        return word().replace('_', '-');
    }
}
