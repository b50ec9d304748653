// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.core.codes.SentCode.Delivery;
import io.mspmfa.providers.log.LogText;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Delivers codes in the background, and waits for each a short time only, so that no login hangs on a server that doesn't
 * answer. How many may be on their way is limited for each realm, because the tenant chooses the server.
 *
 * <p>Not on Keycloak's executors: their queue has no limit, so they never use more than four threads
 * (DefaultExecutorsProviderFactory), and four hanging deliveries would stop all others.
 */
final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    private static final long WAIT_SECONDS = 3;
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_OF_REALM = 8;
    private static final long IDLE_SECONDS = 30;

    private static final Executor THREADS = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Courier::thread);

    private static final Map<String, Integer> ON_THEIR_WAY = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final KeycloakSessionFactory factory;
    private final CodeChannel channel;

    Courier(KeycloakSession session, CodeChannel channel) {
        this.factory = session.getKeycloakSessionFactory();
        this.channel = channel;
    }

    /** Delivers a code; returns after {@value #WAIT_SECONDS} seconds at the latest. */
    Delivery deliver(CodeLetter letter) {
        try {
            begin(letter).get(WAIT_SECONDS, TimeUnit.SECONDS);
            return Delivery.SENT;
        } catch (TimeoutException e) {
            return Delivery.LATE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.LATE;
        } catch (ExecutionException | RejectedExecutionException e) {
            log(letter, e);
            return Delivery.FAILED;
        }
    }

    private CompletableFuture<Void> begin(CodeLetter letter) {
        if (ON_THEIR_WAY.merge(letter.realmId(), 1, Integer::sum) > MOST_OF_REALM) {
            end(letter);
            throw new RejectedExecutionException();
        }
        try {
            return CompletableFuture.runAsync(() -> run(letter), THREADS);
        } catch (RejectedExecutionException e) {
            end(letter);
            throw e;
        }
    }

    private void run(CodeLetter letter) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> deliver(session, letter));
        } finally {
            end(letter);
        }
    }

    private static void end(CodeLetter letter) {
        ON_THEIR_WAY.computeIfPresent(letter.realmId(), (realm, count) -> count > 1 ? count - 1 : null);
    }

    private void deliver(KeycloakSession session, CodeLetter letter) {
        RealmModel realm = session.realms().getRealm(letter.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, letter.userId());
        if (user != null) {
            if (letter.language() != null) {
                session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, letter.language());
            }
            channel.deliver(session, realm, user, letter);
        }
    }

    /** Without the message of other failures than our own, which may quote the address. */
    private void log(CodeLetter letter, Throwable failure) {
        LOG.warnf(
                "A code by %s to user %s of realm %s could not be sent: %s",
                LogText.of(channel.word()),
                LogText.of(letter.userId()),
                LogText.of(letter.realmId()),
                LogText.of(reason(failure)));
    }

    private static String reason(Throwable failure) {
        Throwable root = rootOf(failure);
        return root instanceof NotDeliveredException known
                ? String.valueOf(known.getMessage())
                : root.getClass().getName();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "msp-mfa-codes-" + NUMBER.incrementAndGet());
        thread.setDaemon(true); // a delivery that hangs must not keep the server from stopping
        return thread;
    }
}
