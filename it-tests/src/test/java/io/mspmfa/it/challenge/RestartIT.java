// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The only server is stopped and started again: wrong codes still count, used codes stay used, and enrolment links end
 * (R9, R21, R27).
 */
class RestartIT {
    private static final KeycloakServer SERVER = Servers.withDatabase();

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();

    private static final int STEPS_LATER = 5;

    private static final Duration PAUSE = Duration.ofHours(1);

    private static Person locked;
    private static Person threeFailures;
    private static Person forgiven;
    private static Person watched;
    private static Person watchedTwice;
    private static Instant lockedAt;
    private static URI link;

    /** A user with an app. */
    private record Person(User user, Phone phone) {
        static Person enrolled() {
            User user = TENANT.user();
            return new Person(user, Story.enrol(TENANT, user).phone());
        }

        RawPage enter(String code) {
            RawBrowser browser = new RawBrowser(TENANT);
            return browser.post(Story.toChallenge(browser, user), "code", code);
        }

        Person failed(int times) {
            for (int i = 0; i < times; i++) {
                enter(phone.wrongCode());
            }
            return this;
        }
    }

    @BeforeAll
    static void restart() {
        TENANT.setPolicy(Policy.required().attempts(5, (int) PAUSE.toSeconds()));
        locked = Person.enrolled().failed(5);
        lockedAt = TENANT.clock().now();
        threeFailures = Person.enrolled().failed(3);
        forgiven = Person.enrolled().failed(4);
        assertThat(forgiven.enter(forgiven.phone().freshCode()).signedIn()).isTrue();
        TENANT.clock().reset();
        watched = Person.enrolled();
        watchedTwice = Person.enrolled();
        link = TENANT.enrolmentLink(TENANT.user());
        new RawBrowser(TENANT).get(link).expect(TotpPage.ID);
        TENANT.probe().leaveRowsOfVanishedRealm();
        assertThat(TENANT.probe().rowsOfVanishedRealm()).isEqualTo(10);
        SERVER.restart();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @AfterEach
    void resetClock() {
        TENANT.clock().reset();
    }

    @Test
    void R21_aPauseGoesOn() {
        locked.enter(locked.phone().freshCode()).expect(LockedPage.ID);
    }

    @Test
    void R21_aPauseEndsWhenItWouldHaveEnded() {
        TENANT.clock().moveTo(lockedAt.plus(PAUSE).plusSeconds(2));

        assertThat(locked.enter(locked.phone().freshCode()).signedIn()).isTrue();
    }

    @Test
    void R21_wrongCodesStillCount() {
        threeFailures.enter(threeFailures.phone().wrongCode()).expect(ChallengePage.ID);
        threeFailures.enter(threeFailures.phone().wrongCode()).expect(LockedPage.ID);
    }

    @Test
    void R24_whatALoginHasClearedStaysCleared() {
        for (int i = 0; i < 4; i++) {
            forgiven.enter(forgiven.phone().wrongCode()).expect(ChallengePage.ID);
        }
    }

    /** The codes of the set-up. The clock goes back, so that they are current however long the restart has taken. */
    @Test
    void R9_usedCodesStayUsed() {
        Phone phone = watched.phone();
        TENANT.clock().moveTo(phone.timeOfPair().plusSeconds(1));

        watched.enter(phone.code(0)).expect(ChallengePage.ID);
        watched.enter(phone.code(1)).expect(ChallengePage.ID);
    }

    @Test
    void R9_twoUsedCodesDoNotBringATokenBack() {
        Phone phone = watchedTwice.phone();
        TENANT.clock().moveTo(phone.timeOfPair().plusSeconds(1 + STEPS_LATER * 30L));

        watchedTwice.enter(phone.code(-STEPS_LATER)).expect(ChallengePage.ID);
        watchedTwice.enter(phone.code(1 - STEPS_LATER)).expect(ChallengePage.ID);
    }

    @Test
    void R9_aLaterCodeIsAccepted() {
        TENANT.clock().forward(Duration.ofSeconds(90));

        assertThat(watched.enter(watched.phone().freshCode()).signedIn()).isTrue();
    }

    /** The code before those of the set-up, whose time comes back, however long the set-up has taken. */
    @Test
    void R27_aLinkFromBeforeIsNoLongerValid() {
        RawPage page = new RawBrowser(TENANT).get(link).expect(KeycloakErrorPage.ID);

        assertThat(page.says("mspMfaLinkDead")).isTrue();
    }

    @Test
    void R9_anAppThatIsSetUpAfterwardsIsNotAffected() {
        Person newcomer = Person.enrolled();
        TENANT.clock().moveTo(newcomer.phone().timeOfPair().plusSeconds(1));

        assertThat(newcomer.enter(newcomer.phone().code(-1)).signedIn()).isTrue();
    }

    @Test
    void rowsOfARealmThatWasDeletedWithoutTheJarAreGone() {
        assertThat(TENANT.probe().rowsOfVanishedRealm()).isZero();
    }
}
