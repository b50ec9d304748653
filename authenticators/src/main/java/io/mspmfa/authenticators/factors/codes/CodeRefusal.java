// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.codes;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.ids.EventDetails;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/**
 * What users and the event log are told about a code that was not accepted; the same on every page that accepts codes.
 */
public final class CodeRefusal {
    private final StepContext step;
    private final String method;
    private final EventType event;

    /** For a code at login, or before a change. */
    public CodeRefusal(StepContext step, String method) {
        this(step, method, EventType.LOGIN);
    }

    /**
     * @param method the method of the code, such as {@code totp}
     * @param event the type of event that the code was for
     */
    public CodeRefusal(StepContext step, String method, EventType event) {
        this.step = step;
        this.method = method;
        this.event = event;
    }

    /**
     * Ends the turn after a code that was not accepted.
     *
     * @param field the field at which the page shows the error
     * @param page the page to show again
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

    /** Sends the error event that corresponds to the event type. */
    public void report(String error) {
        step.newEvent()
                .event(event)
                .user(step.user())
                .detail(EventDetails.METHOD, method)
                .error(error);
    }

    /**
     * Ends the login, whether or not the last code was correct (R22, R25).
     *
     * @param seconds how long to wait; 0 if not known, {@link io.mspmfa.providers.attempts.Attempts#UNTIL_UNLOCKED} if
     *     waiting doesn't help
     */
    public void lock(int seconds) {
        report(Errors.USER_TEMPORARILY_DISABLED);
        step.abort(
                step.page("msp-mfa-locked.ftl").with("lockedSeconds", seconds).render());
    }

    private String wrongMessage() {
        if (BackupCodes.WORD.equals(method)) {
            return "mspMfaBackupCodeWrongTries";
        }
        return TotpFactor.WORD.equals(method) ? "mspMfaOtpWrongTries" : "mspMfaSentCodeWrongTries";
    }
}
