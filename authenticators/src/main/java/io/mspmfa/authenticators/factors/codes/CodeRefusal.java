// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.codes;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.ids.EventDetails;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/** What a user and the event log are told of a code that was not accepted, the same on every page that takes codes. */
public final class CodeRefusal {
    private final StepContext step;
    private final String method;
    private final EventType event;

    /** A code at a login, or one asked for before a change. */
    public CodeRefusal(StepContext step, String method) {
        this(step, method, EventType.LOGIN);
    }

    /**
     * @param method of the code, such as {@code totp}
     * @param event what the code was for
     */
    public CodeRefusal(StepContext step, String method, EventType event) {
        this.step = step;
        this.method = method;
        this.event = event;
    }

    /**
     * Ends the turn after a code that was not accepted.
     *
     * @param field at which the page says so
     * @param page to show again
     */
    public void refuse(Verdict verdict, String field, Page page) {
        switch (verdict.outcome()) {
            case LOCKED -> lock(verdict.number());
            case USED -> {
                report(Errors.INVALID_USER_CREDENTIALS);
                step.show(page.error(field, "mspMfaBackupCodeUsed").render());
            }
            case WRONG -> {
                report(Errors.INVALID_USER_CREDENTIALS);
                step.showFailure(
                        page.error(field, wrongMessage(), verdict.number()).render());
            }
            case ACCEPTED -> throw new IllegalArgumentException("An accepted code is not refused");
        }
    }

    /** Sends the error twin of the event. */
    public void report(String error) {
        step.newEvent()
                .event(event)
                .user(step.user())
                .detail(EventDetails.METHOD, method)
                .error(error);
    }

    /**
     * Ends the login, whatever the last code was (R22, R25).
     *
     * @param seconds to wait; 0 where it is not known, {@link io.mspmfa.providers.attempts.Attempts#UNTIL_UNLOCKED}
     *     where waiting does not help
     */
    public void lock(int seconds) {
        report(Errors.USER_TEMPORARILY_DISABLED);
        step.abort(
                step.page("msp-mfa-locked.ftl").with("lockedSeconds", seconds).render());
    }

    private String wrongMessage() {
        return BackupCodes.WORD.equals(method) ? "mspMfaBackupCodeWrongTries" : "mspMfaOtpWrongTries";
    }
}
