// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A way in which codes reach users. */
public interface CodeChannel {

    /** The method's name in the policy, in proofs and in events. */
    String word();

    /** How many digits a code has, 6 to 9 (R13). */
    int digits();

    /** How many codes may be sent in an hour. */
    SendLimits limits();

    /**
     * Delivers a code, and returns when that has been done. Runs in the background, in a session of its own whose context
     * has the realm and the language of the page.
     *
     * @throws NotDeliveredException if it can't be delivered, for a reason that the operator can read
     * @throws java.util.concurrent.CompletionException if it can't be delivered; only the kind of its root cause is logged
     */
    void deliver(KeycloakSession session, RealmModel realm, UserModel user, CodeLetter letter);
}
