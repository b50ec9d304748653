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

    /** The version of the JAR. */
    public static String packedVersion() {
        return required("msp.mfa.packedVersion");
    }

    /** The version of the tested Keycloak. */
    public static String keycloakVersion() {
        return required("msp.mfa.keycloakVersion");
    }

    /** The folder of the Java that the server runs on. */
    static Path serverJava() {
        return Path.of(required("msp.mfa.java"));
    }

    /** The optional features of Keycloak that are switched on; usually empty. */
    static String features() {
        return System.getProperty("msp.mfa.features", "");
    }

    /** What Keycloak calls the kind of its database. */
    static String database() {
        return required("msp.mfa.database");
    }

    /** The address of the database server, to which the name of a database is appended; only if it isn't H2. */
    static String databaseServer() {
        return required("msp.mfa.databaseServer");
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("System property " + name + " is missing; Maven sets it");
        }
        return value;
    }
}
