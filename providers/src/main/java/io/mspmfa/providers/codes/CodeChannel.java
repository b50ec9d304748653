// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.providers.factors.sentcodes.SentCodeFactor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A way in which codes reach users. */
public abstract class CodeChannel {
    private final SentCodeFactor factor;
    private final int digits;
    private final SendLimits limits;

    /**
     * The channel of a factor, with the limits that the server's options give to its credential provider.
     *
     * @param digits how many a code has, 6 to 9 (R13)
     */
    protected CodeChannel(KeycloakSession session, SentCodeFactor factor, int digits) {
        this.factor = factor;
        this.digits = digits;
        this.limits = CodeCredentialProviderFactory.limitsOf(
                session, factor.credentialTypes().get(0));
    }

    /** The method's name in the policy, in proofs and in events. */
    public final String word() {
        return factor.method().json();
    }

    /** How many digits a code has, 6 to 9 (R13). */
    public final int digits() {
        return digits;
    }

    /** How many codes may be sent in an hour. */
    public final SendLimits limits() {
        return limits;
    }

    /**
     * Delivers a code, and returns when that has been done. Runs in the background, in a session of its own whose context
     * has the realm and the language of the page.
     *
     * @throws NotDeliveredException if it can't be delivered, for a reason that the operator can read
     * @throws java.util.concurrent.CompletionException if it can't be delivered; only the kind of its root cause is logged
     */
    public abstract void deliver(KeycloakSession session, RealmModel realm, UserModel user, CodeLetter letter);
}
