// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.codes;

import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.enforcement.RealmWatchFactory;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/** What a user and the event log are told of a code that was not accepted, the same on every page that takes codes. */
public final class Refusal {
    private final Door door;
    private final String method;
    private final EventType event;

    /** A code at a login, or one asked for before a change. */
    public Refusal(Door door, String method) {
        this(door, method, EventType.LOGIN);
    }

    /**
     * @param method of the code, such as {@code totp}
     * @param event what the code was for
     */
    public Refusal(Door door, String method, EventType event) {
        this.door = door;
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
                door.show(page.error(field, "mspMfaBackupCodeUsed").render());
            }
            case WRONG -> {
                report(Errors.INVALID_USER_CREDENTIALS);
                door.showFailure(
                        page.error(field, wrongMessage(), verdict.number()).render());
            }
            case ACCEPTED -> throw new IllegalArgumentException("An accepted code is not refused");
        }
    }

    /** Sends the error twin of the event. */
    public void report(String error) {
        door.newEvent()
                .event(event)
                .user(door.user())
                .detail(RealmWatchFactory.METHOD_DETAIL, method)
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
        door.abort(
                door.page("msp-mfa-locked.ftl").with("lockedSeconds", seconds).render());
    }

    private String wrongMessage() {
        return BackupCodes.WORD.equals(method) ? "mspMfaBackupCodeWrongTries" : "mspMfaOtpWrongTries";
    }
}
