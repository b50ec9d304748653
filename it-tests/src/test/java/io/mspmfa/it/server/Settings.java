// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.nio.file.Path;

/** The settings passed by Maven, read in one place. */
public final class Settings {

    private Settings() {}

    public static boolean inContainer() {
        return switch (required("msp.mfa.server")) {
            case "distribution" -> false;
            case "testcontainers" -> true;
            default -> throw new IllegalStateException("msp.mfa.server is distribution or testcontainers");
        };
    }

    public static Path chromium() {
        return Path.of(required("msp.mfa.chromium"));
    }

    /** Where screenshots and pages of failures go, and what all JVMs of the suite have in common. */
    public static Path target() {
        return Path.of(required("msp.mfa.target"));
    }

    /** The folders and logs of this JVM's servers; the other JVM has its own. */
    static Path servers() {
        return Path.of(required("msp.mfa.servers"));
    }

    static Path packedJar() {
        return Path.of(required("msp.mfa.jar")).normalize();
    }

    static Path testProviders() {
        return Path.of(required("msp.mfa.testProviders"));
    }

    static Path distribution() {
        return Path.of(required("msp.mfa.distribution"));
    }

    static String keycloakVersion() {
        return required("msp.mfa.keycloakVersion");
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("System property " + name + " is missing; Maven sets it");
        }
        return value;
    }
}
