// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.providers.mails.MailBase;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** The e-mails of a request: at most one about factors and one about identity providers for each user,
 * and none if the request's transaction doesn't commit. */
final class Outbox extends AbstractKeycloakTransaction {
    private static final String ATTRIBUTE = "msp.mfa.outbox";
    private static final String EXECUTOR = "msp-mfa-notifications";

    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Delivery delivery;
    private final @Nullable URI base;

    private Outbox(Delivery delivery, @Nullable URI base) {
        this.delivery = delivery;
        this.base = base;
    }

    static Outbox of(KeycloakSession session) {
        Outbox outbox = session.getAttribute(ATTRIBUTE, Outbox.class);
        if (outbox == null) {
            ExecutorsProvider executors = session.getProvider(ExecutorsProvider.class);
            Delivery delivery = new Delivery(session.getKeycloakSessionFactory(), executors.getExecutor(EXECUTOR));
            outbox = new Outbox(delivery, MailBase.of(session).orElse(null));
            session.setAttribute(ATTRIBUTE, outbox);
            session.getTransactionManager().enlistAfterCompletion(outbox);
        }
        return outbox;
    }

    void add(Letter letter) {
        String key = letter.userId() + letter.notice().isAboutLink();
        letters.merge(key, letter.from(base), (known, added) -> added.isWeightierThan(known) ? added : known);
    }

    @Override
    protected void commitImpl() {
        letters.values().forEach(delivery::start);
    }

    @Override
    protected void rollbackImpl() {
        letters.clear();
    }
}
