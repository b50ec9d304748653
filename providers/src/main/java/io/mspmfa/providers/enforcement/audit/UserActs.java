// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.policy.Method;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Records what users of managed realms did with their second factors, whichever page they did it on. A login is not
 * recorded, unless it left something behind or somebody else's cookie was shown.
 */
public final class UserActs {
    private static final Set<EventType> TYPES = Set.of(
            EventType.UPDATE_CREDENTIAL,
            EventType.REMOVE_CREDENTIAL,
            EventType.CUSTOM_REQUIRED_ACTION,
            EventType.LOGIN,
            EventType.LOGIN_ERROR,
            EventType.IMPERSONATE);

    /** The value of {@link EventDetails#BY} for a set-up through an enrolment link. */
    private static final String LINK = "link";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Map<String, String> details;

    private UserActs(KeycloakSession session, RealmModel realm, UserModel user, Map<String, String> details) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.details = details;
    }

    /** To be called with each user event that has details, in the transaction that the event belongs to. */
    public static void onEvent(KeycloakSession session, Event event) {
        if (!TYPES.contains(event.getType()) || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm != null && RealmPolicies.isManaged(realm)
                ? session.users().getUserById(realm, event.getUserId())
                : null;
        if (realm != null && user != null) {
            new UserActs(session, realm, user, event.getDetails())
                    .of(event.getType())
                    .forEach(act -> Activity.record(session, realm, act.about(Activity.person(user))));
        }
    }

    private List<Act> of(EventType type) {
        return switch (type) {
            case UPDATE_CREDENTIAL -> setUp();
            case REMOVE_CREDENTIAL -> removed();
            case IMPERSONATE -> List.of(Act.of(Deed.IMPERSONATED).by(impersonator()));
            case CUSTOM_REQUIRED_ACTION ->
                isDevice(EventDetails.REVOKED)
                        ? List.of(byUser(Deed.DEVICES_FORGOTTEN).with("device", details.get(EventDetails.DEVICE_ID)))
                        : List.of();
            case LOGIN -> isDevice(EventDetails.NEW) ? List.of(byUser(Deed.DEVICE_TRUSTED)) : List.of();
            case LOGIN_ERROR ->
                isDevice(EventDetails.COPIED)
                        ? List.of(Act.of(Deed.DEVICE_COPIED).with("device", details.get(EventDetails.DEVICE_ID)))
                        : List.of();
            default -> List.of();
        };
    }

    private boolean isDevice(String what) {
        return what.equals(details.get(EventDetails.DEVICE));
    }

    private List<Act> setUp() {
        String type = details.getOrDefault(Details.CREDENTIAL_TYPE, "");
        String change = details.get(EventDetails.CHANGE);
        if (SecondFactors.kindOf(type).isEmpty()) {
            return List.of();
        }
        if (change != null) {
            Deed deed = change.equals(EventDetails.PRIMARY) ? Deed.PRIMARY_CHOSEN : Deed.FACTOR_RENAMED;
            return List.of(byUser(deed).with("method", word(type)));
        }
        Optional<Method> method = SecondFactors.methodOf(type);
        if (method.isEmpty()) {
            return List.of(byUser(Deed.BACKUP_CODES_MADE).with("method", word(type)));
        }
        boolean byLink = LINK.equals(details.get(EventDetails.BY));
        List<Act> acts = new ArrayList<>();
        acts.add(byUser(hasAnother() ? Deed.FACTOR_ADDED : Deed.ENROLLED)
                .with("method", word(type))
                .with("through", byLink ? LINK : null));
        if (byLink) {
            acts.add(byUser(Deed.LINK_USED));
        }
        return acts;
    }

    private boolean hasAnother() {
        String id = details.get(Details.CREDENTIAL_ID);
        long factors = SecondFactors.ALL.stream()
                .flatMap(factor -> factor.of(user))
                .filter(stored -> !stored.getId().equals(id))
                .count();
        return factors > (id == null ? 1 : 0);
    }

    private List<Act> removed() {
        String type = details.getOrDefault(Details.CREDENTIAL_TYPE, "");
        if (SecondFactors.kindOf(type).isEmpty()) {
            return List.of();
        }
        boolean isFactor = SecondFactors.methodOf(type).isPresent();
        String because = details.get(EventDetails.BY);
        Act removed = byUser(isFactor ? Deed.FACTOR_REMOVED : Deed.BACKUP_CODES_REMOVED)
                .with("method", word(type))
                .with("because", because);
        if (because != null) {
            return List.of(removed.by(null)); // the extension has noticed that it counts no more
        }
        boolean isLast = isFactor && SecondFactors.ALL.stream().noneMatch(factor -> factor.isEnrolled(user));
        return isLast ? List.of(removed, byUser(Deed.DISABLED)) : List.of(removed);
    }

    private static @Nullable String word(String type) {
        return SecondFactors.wordOf(type).orElse(null);
    }

    private Act byUser(Deed what) {
        return Act.of(what).by(Activity.actor(realm, user));
    }

    /** Keycloak's event has the names. */
    private Actor impersonator() {
        String name = details.getOrDefault(Details.IMPERSONATOR, "");
        String realmName = details.getOrDefault(Details.IMPERSONATOR_REALM, "");
        RealmModel home = session.realms().getRealmByName(realmName);
        UserModel found = home == null ? null : session.users().getUserByUsername(home, name);
        return new Actor(found == null ? "" : found.getId(), name, realmName);
    }
}
