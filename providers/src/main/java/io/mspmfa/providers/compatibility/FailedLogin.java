// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Reports a failure to Keycloak's brute-force detection. Keycloak 26.6 takes one category, later releases take a set,
 * so that neither call links on both.
 */
public final class FailedLogin {
    private FailedLogin() {}

    /**
     * Reports a failure of a user in the current request.
     *
     * @param category one of the authentication categories that Keycloak counts
     */
    public static void report(KeycloakSession session, RealmModel realm, UserModel user, String category) {
        Method report = report().orElseThrow(() -> new IllegalStateException("Keycloak takes no reports of failures"));
        boolean takesSet = report.getParameterTypes()[report.getParameterCount() - 1] == Set.class;
        try {
            report.invoke(
                    session.getProvider(BruteForceProtector.class),
                    realm,
                    user,
                    session.getContext().getConnection(),
                    session.getContext().getUri(),
                    takesSet ? Set.of(category) : category);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Keycloak didn't take the report of a failure", e);
        }
    }

    /** The method that takes reports; empty if this Keycloak has none that we know. */
    static Optional<Method> report() {
        return Stream.of(Set.class, String.class)
                .flatMap(category ->
                        Stream.of(BruteForceProtector.class.getMethods()).filter(method -> isReport(method, category)))
                .findFirst();
    }

    private static boolean isReport(Method method, Class<?> category) {
        Class<?>[] parameters = {RealmModel.class, UserModel.class, ClientConnection.class, UriInfo.class, category};
        return "failedLogin".equals(method.getName())
                && Stream.of(method.getParameterTypes())
                        .toList()
                        .equals(Stream.of(parameters).toList());
    }
}
