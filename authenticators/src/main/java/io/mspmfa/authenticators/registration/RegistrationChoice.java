// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import io.mspmfa.authenticators.conversation.PendingActions;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.policy.Newcomers;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The choice of a second factor with which a registration form was posted: the word of a method, or nothing. */
final class RegistrationChoice {
    /** The name of the checkbox. */
    static final String FIELD = "msp-mfa-opt-in";

    /** Kept for the page that may be shown in answer to the same request. */
    private static final String POSTED = "msp.mfa.registration.posted";

    /**
     * What was posted.
     *
     * @param isTicked whether the box was ticked
     * @param isRefused whether the policy doesn't allow the method
     */
    record Posted(boolean isTicked, boolean isRefused) {}

    private RegistrationChoice() {}

    /** What was posted in this request; null if no form was. */
    static @Nullable Posted posted(KeycloakSession session) {
        return session.getAttribute(POSTED, Posted.class);
    }

    /**
     * Refuses a method that the policy doesn't allow, because the page is old or the field was forged.
     *
     * @return whether it was refused; then the registration must not be validated any further
     */
    static boolean refuse(ValidationContext context) {
        RealmModel realm = context.getRealm();
        if (!RealmPolicies.isManaged(realm)) {
            return false;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String word = form.getFirst(FIELD);
        boolean isTicked = word != null && !word.isEmpty();
        boolean isRefused = isTicked
                && Newcomers.offer(context.getSession(), realm).isChoice()
                && !allows(RealmPolicies.of(realm), word);
        context.getSession().setAttribute(POSTED, new Posted(isTicked, isRefused));
        if (isRefused) {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(form, List.of(new FormMessage(FIELD, "mspMfaOptInGone")));
        }
        return isRefused;
    }

    /** Keeps the choice for the first login, and has it begin at the login page where the policy says so. */
    static void keep(FormContext context) {
        UserModel user = context.getUser();
        RealmModel realm = context.getRealm();
        if (user == null || !RealmPolicies.isManaged(realm)) {
            return;
        }
        new RegistrationNotes(context.getAuthenticationSession()).registered(user.getId());
        Policy policy = UserPolicies.of(context.getSession(), realm, user);
        if (policy.isOff()) {
            return;
        }
        if (isChosen(context)) {
            PendingActions.putOn(user, ActionIds.SET_UP);
        }
        if (policy.get(PolicyField.SIGN_IN_AGAIN)) {
            new RegistrationNotes(context.getAuthenticationSession()).askToSignIn();
        }
    }

    /** A copy of a posted form without the choice, which is no attribute of the user. */
    static MultivaluedMap<String, String> without(MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> copy = new MultivaluedHashMap<>(form);
        copy.remove(FIELD);
        return copy;
    }

    private static boolean isChosen(FormContext context) {
        Posted posted = posted(context.getSession());
        return posted != null
                && posted.isTicked()
                && Newcomers.offer(context.getSession(), context.getRealm()).isChoice();
    }

    private static boolean allows(Policy policy, String word) {
        return policy.get(PolicyField.METHODS).stream().map(Method::json).anyMatch(word::equals);
    }
}
