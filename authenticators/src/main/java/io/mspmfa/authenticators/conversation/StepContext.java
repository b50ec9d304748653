// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.compatibility.Readiness;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.enforcement.login.PrimaryLogin;
import io.mspmfa.providers.language.TextLanguage;
import io.mspmfa.providers.policy.UserPolicies;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;

/** What a conversation knows about the request that it answers, and the ways in which it can end a turn. */
public abstract class StepContext {
    private static final int LONGEST_INPUT = 200;

    private boolean hasOutcome;

    /** The id of the authenticator or required action that this step belongs to. */
    public abstract String id();

    public abstract KeycloakSession session();

    public abstract UserModel user();

    public abstract AuthenticationSessionModel authSession();

    /** A copy of the request's event, to be completed and sent by the caller. */
    public abstract EventBuilder newEvent();

    /** A new form that posts to this step. */
    protected abstract LoginFormsProvider form();

    /** The address from which a browser gets the current page. Without the code that would make it a post. */
    public abstract URI refreshUri();

    /** Whether the user came here by choice and may cancel. */
    public abstract boolean isCancellable();

    /** Responds with a page. */
    protected abstract void answerWith(Response page);

    /** Responds with a page after a wrong answer. */
    protected abstract void answerFailureWith(Response page);

    /** Lets the login continue. */
    protected abstract void letGoOn();

    /** Leaves this step undone, and lets the login continue. */
    protected abstract void letGoOnWithout();

    /** Responds with a page, and ends the login. */
    protected abstract void cutOffWith(Response page);

    /**
     * Runs one turn of a conversation, which must have exactly one outcome. Keycloak finishes a login whose required
     * action sets no outcome (P46), so a turn without an outcome must not count as a success.
     *
     * <p>On a server on which this extension can't do its work, every turn is refused instead.
     *
     * @throws IllegalStateException if the turn has no outcome, or a second one: the request fails, and the login gets
     *     no further
     */
    public final void hold(Consumer<StepContext> turn) {
        if (!Readiness.isInCharge(session())) {
            refuse(Response.Status.SERVICE_UNAVAILABLE, "mspMfaOutOfOrder");
            return;
        }
        turn.accept(this);
        if (!hasOutcome) {
            throw new IllegalStateException("A conversation left a turn without an outcome at " + id());
        }
    }

    private void setOutcome() {
        if (hasOutcome) {
            throw new IllegalStateException("A conversation gave a turn a second outcome at " + id());
        }
        hasOutcome = true;
    }

    /** Ends the turn with a page. */
    public final void show(Response page) {
        setOutcome();
        answerWith(page);
    }

    /** Ends the turn with a page after a wrong answer, which is reported to Keycloak's brute-force detection. */
    public final void showFailure(Response page) {
        setOutcome();
        answerFailureWith(page);
    }

    /** Ends the conversation successfully. */
    public final void finish() {
        setOutcome();
        letGoOn();
    }

    /**
     * Leaves this step undone for now. Never for what a login has to answer: it would finish without.
     *
     * @throws IllegalStateException if the step has to be done
     */
    public final void skip() {
        setOutcome();
        letGoOnWithout();
    }

    /** Ends the turn with whatever the work does. */
    protected final void endWith(Runnable work) {
        setOutcome();
        work.run();
    }

    /** Ends the login with a page, and forgets what it has proved so far. */
    public final void abort(Response page) {
        setOutcome();
        cutOffWith(page);
    }

    public final RealmModel realm() {
        return authSession().getRealm();
    }

    /** What this login still owes. The realm must be managed. */
    public final LoginCheck loginCheck() {
        return new LoginCheck(session(), authSession());
    }

    /** How the user was authenticated before any second factor. */
    public final PrimaryLogin primaryLogin() {
        return new PrimaryLogin(session(), authSession());
    }

    /** The policy that applies to the user. The realm must be managed. */
    public final Policy policy() {
        return UserPolicies.of(session(), realm(), user());
    }

    /**
     * What is required of the user, however this login came about: an identity provider doesn't vouch for any other
     * login.
     */
    public final Obligation obligation() {
        return UserPolicies.obligation(session(), realm(), user(), false);
    }

    /** Keycloak's time, in seconds since the epoch. */
    public final long now() {
        return ServerTime.seconds();
    }

    /** A posted field; empty if it is missing or longer than any genuine answer. The first value if it is repeated. */
    public final String input(String field) {
        String value = session()
                .getContext()
                .getHttpRequest()
                .getDecodedFormParameters()
                .getFirst(field);
        return value == null || value.length() > LONGEST_INPUT ? "" : value;
    }

    /** Whether a button was pressed or a box was ticked. */
    public final boolean isPressed(String field) {
        return !input(field).isEmpty();
    }

    /** A date in the format of the language that our texts are in. */
    public final String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(TextLanguage.of(session(), realm(), user(), Theme.Type.LOGIN))
                .withZone(ZoneId.systemDefault())
                .format(time);
    }

    /** A page for this step to show. */
    public final Page page(String template) {
        return new Page(this, template);
    }

    /**
     * Ends the login with Keycloak's info page and our own messages: this creates no session, and there is no way back.
     */
    public final void endWithoutSession(String title, String message) {
        Response page = form().setSuccess(message)
                .setAttribute("messageHeader", title)
                .setAttribute(Constants.SKIP_LINK, true)
                .setDetachedAuthSession()
                .createInfoPage();
        forgetLogin();
        show(page);
    }

    /** Shows Keycloak's error page with one of our messages; the login gets no further. */
    public final void refuse(String message) {
        refuse(Response.Status.BAD_REQUEST, message);
    }

    private void refuse(Response.Status status, String message) {
        show(form().setError(message).createErrorPage(status));
    }

    /** Reports a wrong code to Keycloak's brute-force detection, with a category that it counts (P1). */
    protected final void countFailure() {
        BruteForceDetection.countFailure(session(), realm(), user());
    }

    /** Discards everything that this login has proved, as if it had just begun (R25). */
    protected final void forgetLogin() {
        AuthenticationProcessor.resetFlow(authSession(), LoginActionsService.AUTHENTICATE_PATH);
    }
}
