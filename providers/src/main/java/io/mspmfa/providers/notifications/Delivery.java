// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.providers.log.LogText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.UserModelDelegate;

/** Sends e-mails in the background, each once. Failures are logged and not retried. */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final String TEMPLATE = "msp-mfa-notice.ftl";

    /** If mail servers are down, e-mails pile up in memory; each takes about a kilobyte. */
    private static final int MAX_WAITING = 10_000;

    private static final AtomicInteger WAITING = new AtomicInteger();

    private final KeycloakSessionFactory factory;
    private final Executor background;

    Delivery(KeycloakSessionFactory factory, Executor background) {
        this.factory = factory;
        this.background = background;
    }

    void start(Letter letter) {
        if (WAITING.incrementAndGet() > MAX_WAITING) {
            end(letter, new RejectedExecutionException());
            return;
        }
        try {
            var unused = CompletableFuture.runAsync(() -> send(letter), background)
                    .whenComplete((done, failure) -> end(letter, failure));
        } catch (RejectedExecutionException e) {
            end(letter, e); // the server is shutting down
        }
    }

    private static void end(Letter letter, @Nullable Throwable failure) {
        WAITING.decrementAndGet();
        if (failure != null) {
            LOG.warnf(
                    "The e-mail %s to user %s of realm %s could not be sent: %s",
                    LogText.of(letter.notice()),
                    LogText.of(letter.userId()),
                    LogText.of(letter.realmId()),
                    LogText.of(rootOf(failure).getClass().getName()));
        }
    }

    private void send(Letter letter) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(letter.realmId());
            if (realm == null) {
                return;
            }
            session.getContext().setRealm(realm);
            UserModel user = session.users().getUserById(realm, letter.userId());
            UserModel recipient = user == null ? null : recipient(user, letter.address());
            if (recipient != null && Recipients.canRead(recipient)) {
                send(session, realm, recipient, letter);
            }
        });
    }

    private static UserModel recipient(UserModel user, @Nullable String address) {
        if (address == null) {
            return user;
        }
        return new UserModelDelegate(user) {
            @Override
            public String getEmail() {
                return address;
            }
        };
    }

    private static void send(KeycloakSession session, RealmModel realm, UserModel user, Letter letter) {
        if (letter.origin().language() != null) {
            session.setAttribute(
                    LocaleSelectorProvider.USER_REQUEST_LOCALE, letter.origin().language());
        }
        Content content = new Content(session, realm, user, letter);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(content.subjectKey(), List.of(content.organisation()), TEMPLATE, content.attributes());
        } catch (EmailException e) {
            throw new CompletionException(e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}
