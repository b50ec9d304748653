// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.challenge.Challenge;
import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Finished;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.authenticators.grace.GraceOffer;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.authenticators.notice.Notice;
import io.mspmfa.authenticators.resume.Conversations;
import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.providers.enforcement.LoginCheck;
import io.mspmfa.providers.enforcement.PrimaryLogin;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;

/** What a login has to go through at a door before it may end: the same for a flow's OTP form and for the login check. */
final class Entry {
    private Entry() {}

    /** The conversation that is due at a door. */
    static Conversation dueAt(Door door) {
        if (Enrolment.isByLink(door.login())) {
            return new Enrolment(Door::finish);
        }
        if (new LinkNotes(door.login()).isRefused()) {
            return new Refused("mspMfaNotAllowed");
        }
        return Conversations.resume(door, Door::finish).orElseGet(() -> judged(door));
    }

    private static Conversation judged(Door door) {
        LoginCheck loginCheck = new LoginCheck(door.session(), door.login());
        return switch (loginCheck.answer()) {
            case NOTHING -> new Finished();
            case CHALLENGE -> new Challenge(Setting.Purpose.LOGIN, Entry::challengePassed);
            case ENROL -> new FreshFactor(new Enrolment(Door::finish));
            case OFFER_ENROLMENT ->
                new PrimaryLogin(door.session(), door.login()).isImpersonated()
                        ? new Refused("mspMfaNotAllowed")
                        : new GraceOffer(loginCheck.grace(), Entry::postpone);
            case RENEW_BACKUP_CODES -> new Renewal(Renewal.Reason.USED_UP, Door::finish);
        };
    }

    private static void postpone(Door door) {
        new LoginCheck(door.session(), door.login()).postpone();
        door.finish();
    }

    /** Tells how many backup codes are left after one was used; without any, a new set is made before the login ends. */
    private static void challengePassed(Door door, String method) {
        if (new LoginCheck(door.session(), door.login()).answer() == LoginAnswer.RENEW_BACKUP_CODES) {
            new Renewal(Renewal.Reason.USED_UP, Door::finish).show(door);
        } else if (BackupCodes.WORD.equals(method)
                && BackupCodes.INSTANCE.stored(door.user()).isPresent()) {
            new Notice(Door::finish).open(door, Notice.Event.BACKUP_CODE_USED);
        } else {
            door.finish();
        }
    }
}
