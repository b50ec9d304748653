// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.Act.Person;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The record of what was done in a realm, which no setting of a realm switches off. It is written at the end of the
 * transaction in which the act happens: neither exists without the other.
 */
public final class Activity {
    private Activity() {}

    /**
     * Records an act. If the record can't be written, the transaction fails.
     *
     * @param session whose transaction the act is part of; it must not be about to commit
     * @param realm the realm in which it was done, managed or not
     * @throws IllegalStateException if the transaction takes no more work
     */
    public static void record(KeycloakSession session, RealmModel realm, Act act) {
        PendingActs.of(session).add(realm.getId(), act);
    }

    /** The user as the one whom an act is about. */
    public static Person person(UserModel user) {
        return new Person(user.getId(), user.getUsername());
    }

    /**
     * The user as the one who acts.
     *
     * @param home the user's own realm
     */
    public static Actor actor(RealmModel home, UserModel user) {
        return new Actor(user.getId(), user.getUsername(), home.getName());
    }
}
