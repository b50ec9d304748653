// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.startup;

import io.mspmfa.providers.compatibility.KeycloakRelease;
import io.mspmfa.providers.compatibility.ServerCheck;
import io.mspmfa.providers.enforcement.overrides.OverrideCheck;
import io.mspmfa.providers.log.LogText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSessionFactory;

/** Says once, when the server has started, whether managed realms are protected. */
public final class StartUpCheck {
    private static final Logger LOG = Logger.getLogger(StartUpCheck.class);

    private StartUpCheck() {}

    /**
     * Checks the server, and logs the result in one line.
     *
     * @return whether nothing is missing; otherwise managed realms have to refuse every login
     */
    public static boolean run(KeycloakSessionFactory factories) {
        List<String> findings = Stream.concat(
                        ServerCheck.findings(factories, Version.VERSION).stream(),
                        OverrideCheck.findings(factories).stream())
                .toList();
        if (!findings.isEmpty()) {
            LOG.errorf(
                    "MSP MFA %s can't protect logins on Keycloak %s, so managed realms refuse them: %s. Remove the other "
                            + "extension, or use versions of MSP MFA and Keycloak that are made for each other.",
                    LogText.of(ownVersion()), LogText.of(Version.VERSION), LogText.of(String.join("; ", findings)));
        } else if (KeycloakRelease.NEWEST_TESTED.isOlderThan(KeycloakRelease.of(Version.VERSION))) {
            LOG.warnf(
                    "MSP MFA %s is in charge of second factors on Keycloak %s, with which it has not been tested",
                    LogText.of(ownVersion()), LogText.of(Version.VERSION));
        } else {
            LOG.infof(
                    "MSP MFA %s is in charge of second factors on Keycloak %s",
                    LogText.of(ownVersion()), LogText.of(Version.VERSION));
        }
        return findings.isEmpty();
    }

    /** From the manifest of the JAR. */
    private static String ownVersion() {
        return Objects.requireNonNullElse(
                StartUpCheck.class.getPackage().getImplementationVersion(), "of unknown version");
    }
}
