// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Lets the transactions of logins fail at their end, as if the database were away. */
public final class BrokenCommit implements EventListenerProviderFactory {

    private static volatile boolean broken;

    static void breakAll(boolean now) {
        broken = now;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                if (broken && event.getType() == EventType.LOGIN) {
                    session.getTransactionManager().enlistPrepare(new Failing());
                }
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                // only logins matter
            }

            @Override
            public void close() {
                // has nothing to close
            }
        };
    }

    private static final class Failing extends AbstractKeycloakTransaction {
        @Override
        protected void commitImpl() {
            throw new IllegalStateException("The test wants this login to fail");
        }

        @Override
        protected void rollbackImpl() {
            // nothing was done
        }
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // has nothing to close
    }

    @Override
    public String getId() {
        return "msp-mfa-test-broken-commit";
    }
}
