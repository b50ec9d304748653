// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keeps a request that has changed a credential from finishing, so that others are certain to be made while it runs.
 */
public final class UpdateGate implements EventListenerProviderFactory {

    static final String PROVIDER_ID = "msp-mfa-test-gate";

    /** In case nobody opens it. */
    private static final int LIMIT_SECONDS = 20;

    private static volatile CountDownLatch gate = new CountDownLatch(0);

    static void shut() {
        gate = new CountDownLatch(1);
    }

    static void open() {
        gate.countDown();
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                if (event.getType() == EventType.UPDATE_CREDENTIAL || event.getType() == EventType.REMOVE_CREDENTIAL) {
                    awaitOpen();
                }
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                // only changes made by users matter
            }

            @Override
            public void close() {
                // has nothing to close
            }
        };
    }

    private static void awaitOpen() {
        try {
            if (!gate.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        return PROVIDER_ID;
    }
}
