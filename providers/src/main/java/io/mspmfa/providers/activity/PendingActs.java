// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * What a transaction has to record, and records when it is about to commit: heads are locked for as short as possible,
 * and after everything else. Those of several realms are locked in the order of their ids. So no two transactions can
 * wait for each other.
 */
final class PendingActs extends AbstractKeycloakTransaction {
    private static final String ATTRIBUTE = "msp.mfa.activity";

    private final KeycloakSession session;
    private final Map<String, List<Act>> acts = new TreeMap<>();

    private PendingActs(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Those of a session.
     *
     * @throws IllegalStateException if its transaction takes no more work
     */
    static PendingActs of(KeycloakSession session) {
        PendingActs pending = session.getAttribute(ATTRIBUTE, PendingActs.class);
        if (pending == null) {
            pending = new PendingActs(session);
            session.getTransactionManager().enlistPrepare(pending);
            session.setAttribute(ATTRIBUTE, pending);
        }
        return pending;
    }

    /** Adds one, unless the same has been added already. */
    void add(String realmId, Act act) {
        if (!isActive()) {
            throw new IllegalStateException("The transaction has recorded what it did");
        }
        List<Act> ofRealm = acts.computeIfAbsent(realmId, id -> new ArrayList<>());
        if (!ofRealm.contains(act)) {
            ofRealm.add(act);
        }
    }

    @Override
    protected void commitImpl() {
        ActivityRows rows = new ActivityRows(session);
        rows.flush();
        acts.forEach((realmId, ofRealm) -> new ChainWriter(session, rows, realmId).append(ofRealm));
    }

    @Override
    protected void rollbackImpl() {
        // what was done does not exist
    }
}
