// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.enforcement.login.PrimaryLogin;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Who may set up a factor in a login, whatever the factor. Users who have one are asked for it in addition. */
public final class SetUpTerms {
    private SetUpTerms() {}

    /**
     * How a login goes on that can't do what an administrator or an e-mail asks of the user: the wish stays for the
     * user's next login. Empty if the login can, or if it was begun in order to set up a factor.
     */
    public static Optional<Conversation> wishForLater(StepContext step) {
        if (step.isCancellable()) {
            return Optional.empty();
        }
        if (step.primaryLogin().isImpersonated()) {
            return Optional.of(new Skipped());
        }
        return isByMailAlone(step) ? Optional.of(new Later()) : Optional.empty();
    }

    /**
     * Why no factor may be set up in this login: someone else is impersonating the user, or the user has no factor and
     * the login was started by a link in an e-mail or continues an old session.
     *
     * @param underWay whether the set-up has begun, so that the login may have become old meanwhile
     */
    public static Optional<Conversation> objection(StepContext step, boolean underWay) {
        if (step.primaryLogin().isImpersonated()) {
            return Optional.of(new Refused("mspMfaNotAllowed"));
        }
        if (isByMailAlone(step)) {
            return Optional.of(new Refused("mspMfaSignInAgain"));
        }
        boolean hasFactor = SecondFactors.exist(step.user(), step.policy());
        return !hasFactor && !underWay && step.primaryLogin().isStale()
                ? Optional.of(new SignInAgain())
                : Optional.empty();
    }

    /**
     * How old a login may be that begins a set-up at one of Keycloak's own doors, in seconds. In a managed realm, the
     * tenant may shorten this, but not lengthen it.
     *
     * @param session null if Keycloak asks for the default
     * @param configured by the tenant, or Keycloak's default
     */
    public static int maxAuthAge(@Nullable KeycloakSession session, int configured) {
        RealmModel realm = session == null ? null : session.getContext().getRealm();
        return realm != null && RealmPolicies.isManaged(realm)
                ? Math.min(configured, PrimaryLogin.FRESH_LOGIN_SECONDS)
                : configured;
    }

    /** Anyone who can read the mailbox must not be able to add a factor to an account without one. */
    private static boolean isByMailAlone(StepContext step) {
        return step.loginCheck().endsWithoutSession() && !SecondFactors.exist(step.user(), step.policy());
    }
}
