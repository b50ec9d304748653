// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.store;

import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keycloak's single-use objects, so that a call takes effect at once, for every node, whatever becomes of the request.
 * It may also be made after the request's transaction has ended.
 *
 * <p>Keycloak's interface promises none of this. Its caches behave so, except for {@code put}, which waits for the end
 * of the transaction. With the feature {@code stateless}, every call is part of the transaction: others wait for it, a
 * rollback undoes it, and none works after the end. So each call gets a transaction of its own here. No code but this
 * may use Keycloak's interface.
 */
public final class SharedStore implements SingleUseObjectProvider {
    private static final String IN_DATABASE = "jpa";

    private final KeycloakSessionFactory sessions;

    private SharedStore(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The store, from within any session, even one whose transaction has ended. */
    public static SharedStore of(KeycloakSession session) {
        return new SharedStore(session.getKeycloakSessionFactory());
    }

    /**
     * Whether it outlives all nodes, because Keycloak keeps it in its database (feature {@code stateless}:
     * JpaSingleUseObjectProviderFactory). Otherwise, it is empty once the last node has stopped.
     */
    public boolean isInDatabase() {
        return IN_DATABASE.equals(
                sessions.getProviderFactory(SingleUseObjectProvider.class).getId());
    }

    @Override
    public void put(String key, long lifespanSeconds, Map<String, String> notes) {
        inOneTransaction(objects -> objects.put(key, lifespanSeconds, notes));
    }

    @Override
    public @Nullable Map<String, String> get(String key) {
        return ask(objects -> objects.get(key));
    }

    @Override
    public @Nullable Map<String, String> remove(String key) {
        return ask(objects -> objects.remove(key));
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
        return ask(objects -> objects.replace(key, notes));
    }

    /**
     * Some databases refuse the second of two that insert at the same moment, even before the first has committed, instead
     * of letting it wait. The key then counts as taken.
     */
    @Override
    public boolean putIfAbsent(String key, long lifespanSeconds) {
        try {
            return ask(objects -> objects.putIfAbsent(key, lifespanSeconds));
        } catch (PersistenceException | ModelException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isDuplicate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ModelDuplicateException || cause instanceof ConstraintViolationException);
    }

    @Override
    public boolean contains(String key) {
        return ask(objects -> objects.contains(key));
    }

    /** Several calls that take effect together, and cost one transaction. */
    public void inOneTransaction(Consumer<SingleUseObjectProvider> work) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> work.accept(session.singleUseObjects()));
    }

    private <T extends @Nullable Object> T ask(Function<SingleUseObjectProvider, T> question) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> question.apply(session.singleUseObjects()));
    }

    @Override
    public void close() {}
}
