// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.listener;

import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.providers.brokerlinks.LinkWatch;
import io.mspmfa.providers.compatibility.Readiness;
import io.mspmfa.providers.enforcement.audit.PolicyEffects;
import io.mspmfa.providers.enforcement.audit.PolicyWatch;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.enforcement.startup.StartUpCheck;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.language.Wording;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.roles.ResellerRoles;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Registers the listener for every realm. A global listener receives events even if a realm has events disabled, and no
 * tenant can list or remove it (EventBuilder, AdminEventBuilder).
 */
public final class MfaEventListenerFactory implements EventListenerProviderFactory, Readiness {
    private @Nullable String defaultFloor;
    private volatile boolean inCharge;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new MfaEventListener(session, this);
    }

    /**
     * Reads the server option {@code --spi-events-listener--msp-mfa--default-floor}: the floor of every realm created
     * from now on.
     *
     * @throws IllegalArgumentException if the floor can't be parsed; the server then refuses to start, rather than
     *     creating realms without the intended floor
     */
    @Override
    public void init(Config.Scope config) {
        defaultFloor = config.get("default-floor");
        if (defaultFloor == null) {
            return;
        }
        try {
            PolicyReader.read(defaultFloor);
        } catch (PolicyRefusedException e) {
            throw new IllegalArgumentException("The option spi-events-listener--msp-mfa--default-floor can't be read: "
                    + Wording.english(e.problems()));
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factories) {
        factories.register(this::onProviderEvent);
    }

    private void onProviderEvent(ProviderEvent event) {
        LinkWatch.onEvent(event);
        PolicyEffects.hear(event);
        if (event instanceof RealmPostCreateEvent created) {
            PolicyEffects.forgetNewRealm(created.getKeycloakSession(), created.getCreatedRealm());
            welcome(created.getCreatedRealm());
        } else if (event instanceof RealmRemovedEvent removed) {
            RealmPolicies.forget(removed.getRealm().getId());
        } else if (event instanceof PostMigrationEvent started) {
            inCharge = StartUpCheck.run(started.getFactory());
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), ResellerRoles::ensureForgotten);
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), ManagedRealms::alignForgotten);
        }
    }

    private void welcome(RealmModel realm) {
        ResellerRoles.ensure(realm);
        boolean isMaster = realm.getName().equals(Config.getAdminRealm());
        if (defaultFloor != null && !isMaster && Floors.text(realm).isEmpty()) {
            Floors.setAttribute(realm, Floors.ATTRIBUTE, defaultFloor);
        }
        if (RealmPolicies.ownText(realm).isPresent()) {
            PolicyWatch.remember(realm);
        }
        ManagedRealms.align(realm);
    }

    @Override
    public boolean isInCharge() {
        return inCharge;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ActionIds.LOGIN_CHECK;
    }
}
