// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import jakarta.persistence.EntityManager;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * PostgreSQL compiles queries that it expects to take long (parameter {@code jit}). For those that count users, which ask
 * several tables about each user, that takes a second or more, and saves less.
 */
public final class QueryCompiler {
    private QueryCompiler() {}

    /** Switches it off until the end of the transaction, where the database has one. */
    public static void off(EntityManager em) {
        boolean isPostgres =
                em.unwrap(SessionImplementor.class).getJdbcServices().getDialect() instanceof PostgreSQLDialect;
        if (isPostgres) {
            em.createNativeQuery("set local jit = off").executeUpdate();
        }
    }
}
