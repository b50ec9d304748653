// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Where servers keep their data: H2 by default; in some rows of the matrix a database server, which is shared. */
final class Databases {
    private static final String USER = "keycloak";

    private Databases() {}

    /** The options for a database that is empty at first, and need not outlive the server. */
    static List<String> passing(String server) {
        return isH2() ? List.of() : lasting(server);
    }

    /** The options for a database that is empty at first, and outlives the server. */
    static List<String> lasting(String server) {
        if (isH2()) {
            return List.of(file(server));
        }
        String name = "it_" + Settings.servers().getFileName() + "_" + server.replace('-', '_');
        create(name);
        return List.of(
                "--db-url=" + Settings.databaseServer() + name, "--db-username=" + USER, "--db-password=" + USER);
    }

    /** The options for a database that several nodes share, and that is empty at first. */
    static List<String> shared(String firstNode) {
        // the first process opens the file, and lets others in
        return isH2() ? List.of(file(firstNode) + ";AUTO_SERVER=TRUE") : lasting(firstNode);
    }

    /** In the server's own folder, which is made anew for each. */
    private static String file(String server) {
        return "--db-url=jdbc:h2:file:"
                + Settings.servers().resolve(server).resolve("data").resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE";
    }

    private static boolean isH2() {
        return Settings.database().startsWith("dev-");
    }

    private static void create(String name) {
        String root = Settings.databaseServer() + (Settings.database().equals("postgres") ? "postgres" : "");
        try (Connection connection = DriverManager.getConnection(root, USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for " + name, e);
        }
    }
}
