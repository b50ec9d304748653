// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Finds what this Keycloak lacks of what we need. */
public final class ServerCheck {
    /** Where all classes of this extension are. */
    private static final String PACKAGE = "io.mspmfa.";

    /** More would fill the log: where a class is missing, so is everything of it. */
    private static final int MOST_NAMED = 6;

    private ServerCheck() {}

    /** Whether a provider is one of ours. */
    public static boolean isOurs(ProviderFactory<?> factory) {
        return factory.getClass().getName().startsWith(PACKAGE);
    }

    /** What is missing, in words; empty if nothing is. */
    public static List<String> findings(KeycloakSessionFactory factories, String version) {
        List<String> findings = new ArrayList<>();
        if (KeycloakRelease.of(version).isOlderThan(KeycloakRelease.OLDEST)) {
            findings.add("this Keycloak is older than " + KeycloakRelease.OLDEST);
        }
        if (FailedLogin.report().isEmpty()) {
            findings.add("its brute-force detection takes no reports of failures");
        }
        List<String> missing =
                new ArrayList<>(new LinkCheck(ServerCheck.class.getClassLoader(), PACKAGE).missing(ours(factories)));
        if (missing.size() > MOST_NAMED) {
            String more = "and " + (missing.size() - MOST_NAMED) + " more";
            missing.subList(MOST_NAMED, missing.size()).clear();
            missing.add(more);
        }
        if (!missing.isEmpty()) {
            findings.add("it lacks " + String.join(", ", missing));
        }
        return findings;
    }

    /** The factories that Keycloak has taken from us, from which all our code can be reached. */
    private static Collection<String> ours(KeycloakSessionFactory factories) {
        return factories.getSpis().stream()
                .map(Spi::getProviderClass)
                .flatMap(factories::getProviderFactoriesStream)
                .filter(ServerCheck::isOurs)
                .map(factory -> factory.getClass().getName())
                .toList();
    }
}
