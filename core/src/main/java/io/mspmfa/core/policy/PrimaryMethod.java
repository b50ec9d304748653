// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which of several methods a user is asked for first (A48). The others stay a click away. */
public final class PrimaryMethod {
    private PrimaryMethod() {}

    /**
     * The user's own choice if it can be asked for, otherwise the policy's default if that can be, otherwise the
     * strongest.
     *
     * @param chosen the word of the method that the user has chosen, which may be one that this version doesn't know; null
     *     if the user has not chosen
     * @param fallback the policy's default method
     * @param usable the methods that the user can be asked for, strongest first
     * @return empty if there is nothing to ask for
     */
    public static Optional<Method> of(@Nullable String chosen, Method fallback, List<Method> usable) {
        return usable.stream()
                .filter(method -> method.json().equals(chosen))
                .findFirst()
                .or(() -> usable.stream().filter(fallback::equals).findFirst())
                .or(() -> usable.stream().findFirst());
    }
}
