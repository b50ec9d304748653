// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.selfservice;

import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.links.LinkNotes;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Opens an enrolment link. Opening it changes nothing and shows only a page with a button, so that programs that follow
 * links in messages can't use it up or see a secret.
 */
final class LinkOpening {
    /** The action in events. */
    static final String ACTION = "msp-mfa-enrolment";

    /** What every link says that doesn't work, whyever. */
    static final String DEAD = "mspMfaLinkDead";

    private final KeycloakSession session;
    private final RealmModel realm;

    /** @param session whose context has the realm of the link */
    LinkOpening(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * The way to the page, whose address no longer has the key. A key that no link has, or has had within its lifetime, is
     * no event: anybody could fill the realm's events with them.
     *
     * @param key as it was sent; null if nothing was
     */
    Response open(@Nullable String key) {
        return EnrolmentLinks.find(session, realm, key).map(this::open).orElseGet(this::dead);
    }

    private Response open(EnrolmentLinks.Known link) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.EXECUTE_ACTION_TOKEN)
                .detail(Details.TOKEN_ID, link.id())
                .detail(Details.ACTION, ACTION)
                .user(link.userId());
        Optional<Objection> objection = objection(link);
        if (objection.isPresent()) {
            event.error(objection.get().error());
            return error(objection.get().message());
        }
        UserModel user = session.users().getUserById(realm, link.userId());
        // the login check comes before any other pending action, such as setting a new password
        ManagedRealms.align(realm);
        AuthenticationSessionModel login = LinkLogin.begin(session, realm);
        login.setAuthenticatedUser(user);
        login.addRequiredAction(ActionIds.LOGIN_CHECK);
        new LinkNotes(login).open(link.id());
        event.client(login.getClient()).success();
        Response page = AuthenticationManager.redirectToRequiredActions(
                session, realm, login, session.getContext().getUri(), ActionIds.LOGIN_CHECK);
        return Response.fromResponse(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * Why a link doesn't work.
     *
     * @param error of the event
     * @param message on the page
     */
    private record Objection(String error, String message) {}

    /** What Keycloak checks at each of its own links to a login, and whether this one is open. */
    private Optional<Objection> objection(EnrolmentLinks.Known link) {
        if (!realm.isEnabled()) {
            return Optional.of(new Objection(Errors.REALM_DISABLED, Messages.REALM_NOT_ENABLED));
        }
        if (isInsecure()) {
            return Optional.of(new Objection(Errors.SSL_REQUIRED, Messages.HTTPS_REQUIRED));
        }
        UserModel user = session.users().getUserById(realm, link.userId());
        if (user == null) {
            return Optional.of(new Objection(Errors.USER_NOT_FOUND, DEAD));
        }
        if (!user.isEnabled()) {
            EnrolmentLinks.revoke(session, realm, user);
            return Optional.of(new Objection(Errors.USER_DISABLED, DEAD));
        }
        boolean open =
                RealmPolicies.isManaged(realm) && EnrolmentLinks.isOpen(session, realm, link.userId(), link.id());
        return open ? Optional.empty() : Optional.of(new Objection(Errors.EXPIRED_CODE, DEAD));
    }

    /** As in Keycloak's LoginActionsService. */
    private boolean isInsecure() {
        return !session.getContext().getUri().getBaseUri().getScheme().equals("https")
                && realm.getSslRequired().isRequired(session.getContext().getConnection());
    }

    private Response dead() {
        return error(DEAD);
    }

    private Response error(String message) {
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, message);
    }
}
