// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import io.mspmfa.providers.attempts.Attempts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/** Follows what happens to realms and users, as far as the floor depends on it. */
final class RealmWatch implements EventListenerProvider {
    /** Keycloak tells of its own lock only where its detection has one, so that other help counts as well. */
    private static final List<Pattern> HELP_PATHS = List.of(
            Pattern.compile("attack-detection/brute-force/users/([^/]+)"),
            Pattern.compile("users/([^/]+)/reset-password"),
            Pattern.compile("users/([^/]+)/credentials/[^/]+"));

    private final KeycloakSession session;

    RealmWatch(KeycloakSession session) {
        this.session = session;
    }

    /** A whole login with a second factor ends the row of failures (R24). */
    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.LOGIN
                && event.getDetails() != null
                && event.getDetails().containsKey(RealmWatchFactory.METHOD_DETAIL)) {
            Attempts.forget(session, event.getRealmId(), event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.REALM && event.getOperationType() == OperationType.UPDATE) {
            ManagedRealms.align(session.realms().getRealm(event.getRealmId()));
        } else {
            unlockedUser(event).ifPresent(userId -> Attempts.forget(session, event.getRealmId(), userId));
        }
    }

    /** The user whom an administrator helped back in: unlocked, or given a new password, or rid of a lost factor. */
    private static Optional<String> unlockedUser(AdminEvent event) {
        String path = event.getResourcePath();
        return path == null
                ? Optional.empty()
                : HELP_PATHS.stream()
                        .map(help -> help.matcher(path))
                        .filter(Matcher::matches)
                        .map(help -> help.group(1))
                        .findFirst();
    }

    @Override
    public void close() {}
}
