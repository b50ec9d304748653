// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that were copied, forged or belong to somebody else, presented by someone who knows the password. */
class DeviceAttackIT {
    private static final Mailbox MAILBOX = new Mailbox();
    private static final Policy POLICY = Policy.required().rememberDevice(30);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(POLICY);

    @RegisterExtension
    static final Tenant OTHER = Tenant.managed(POLICY);

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @Test
    void aCopyThatIsUsedLaterRevokesTheDeviceAndTheOwnerIsTold() throws InterruptedException {
        Trusted ada = trustedAndTold();
        String copy = ada.cookie();
        assertThat(ada.isTrusted()).isTrue();
        assertThat(ada.cookie()).isNotEqualTo(copy);
        TENANT.clock().forward(Duration.ofSeconds(61));

        RawPage thief = ada.loginWithCopy(copy);

        assertThat(thief.signedIn()).isFalse();
        assertThat(MAILBOX.nextTo(ada.user()).text()).contains(Texts.en("mspMfaMailTitleDeviceCopied"));
        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void aLostAnswerIsRepeatedWithinAMinute() {
        Trusted ada = Trusted.in(TENANT);
        String before = ada.cookie();
        assertThat(ada.isTrusted()).isTrue();
        String lost = ada.cookie();
        TENANT.clock().forward(Duration.ofSeconds(30));
        ada.browser().putCookie(ada.browser().cookieName(Trusted.COOKIE), before, "/realms/" + TENANT.name() + "/");

        assertThat(ada.isTrusted()).isTrue();

        assertThat(ada.cookie()).isEqualTo(lost);
        TENANT.clock().forward(Duration.ofMinutes(10));
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void parallelLoginsWithOneCookieAllSucceedAndGetTheSameSuccessor() throws InterruptedException, ExecutionException {
        Trusted ada = Trusted.in(TENANT);
        String cookie = ada.cookie();
        Callable<RawPage> login = () -> ada.loginWithCopy(cookie);

        List<RawPage> pages = Parallel.run(Collections.nCopies(8, login));

        assertThat(pages).allMatch(RawPage::signedIn);
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void whoKnowsOnlyTheIdRevokesNothing() throws InterruptedException, ExecutionException {
        Trusted ada = trustedAndTold();
        String cookie = ada.cookie();
        String forged = cookie.substring(0, 37) + "A".repeat(22) + "." + "A".repeat(43);
        Callable<RawPage> right = () -> ada.loginWithCopy(cookie);
        Callable<RawPage> wrong = () -> ada.loginWithCopy(forged);

        List<RawPage> pages = Parallel.run(Stream.of(wrong, right, wrong, right).toList());

        assertThat(pages.stream().map(RawPage::signedIn)).containsExactly(false, true, false, true);
        assertThat(ada.isTrusted()).isTrue();
        assertThat(MAILBOX.hasMailTo(ada.user())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%00", "a.b.c", "../../../..", "null", "0b6c1a57-94b4-4f04-9f4f-5a9f0d1c2b3a"})
    void R38_anythingElseIsNoDevice(String odd) {
        Trusted ada = Trusted.in(TENANT);

        assertThat(ada.loginWithCopy(odd).signedIn()).isFalse();
        assertThat(ada.loginWithCopy(odd).status()).isEqualTo(200);
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void R38_truncatedOrLongerIsNoDevice() {
        Trusted ada = Trusted.in(TENANT);
        String cookie = ada.cookie();

        for (String odd : List.of(cookie.substring(0, 102), cookie + "A", cookie + "A".repeat(3000))) {
            assertThat(ada.loginWithCopy(odd).signedIn()).isFalse();
        }
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void R33_aDeviceOfAnotherUserIsNoDevice() {
        Trusted mallory = Trusted.in(TENANT);
        Trusted ada = Trusted.in(TENANT);

        assertThat(ada.loginWithCopy(mallory.cookie()).signedIn()).isFalse();
        assertThat(mallory.isTrusted()).isTrue();
    }

    @Test
    void R33_aDeviceOfAnotherRealmIsNoDevice() {
        Trusted ada = Trusted.in(TENANT);
        OTHER.clock().moveTo(TENANT.clock().now());
        Trusted elsewhere = Trusted.in(OTHER);

        assertThat(ada.loginWithCopy(elsewhere.cookie()).signedIn()).isFalse();
        assertThat(elsewhere.isTrusted()).isTrue();
    }

    /** A thousand are more than Keycloak accepts in a request, whatever they are; what gets through doesn't matter. */
    @ParameterizedTest
    @CsvSource({"100, true", "1000, false"})
    void P9_manyOtherCookiesDoNotMatter(int cookies, boolean isAccepted) {
        Trusted ada = Trusted.in(TENANT);
        RawBrowser crowded = new RawBrowser(TENANT);
        String path = "/realms/" + TENANT.name() + "/";
        crowded.putCookie(ada.browser().cookieName(Trusted.COOKIE), ada.cookie(), path);
        for (int i = 0; i < cookies; i++) {
            crowded.putCookie(Trusted.COOKIE + "x" + i, ada.cookie(), path);
        }

        if (isAccepted) {
            assertThat(crowded.login(ada.user()).signedIn()).isTrue();
        } else {
            assertThat(crowded.get(TestApp.loginUri(TENANT)).status()).isEqualTo(431);
            assertThat(ada.isTrusted()).isTrue();
        }
    }

    @Test
    void P9_aBrowserKeepsTheDevicesOfTwentyPeopleAtMost() {
        RawBrowser shared = new RawBrowser(TENANT);
        for (int i = 0; i < 30; i++) {
            shared.putCookie(Trusted.COOKIE + "x" + i, "0".repeat(103), "/realms/" + TENANT.name() + "/");
        }

        Trusted ada = Trusted.of(TENANT, TENANT.user(), shared);

        assertThat(shared.countCookies(Trusted.COOKIE)).isEqualTo(20);
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void R38_R11_aClockThatWasMovedBackAsks() {
        TENANT.clock().forward(Duration.ofDays(2));
        Trusted ada = Trusted.in(TENANT);

        TENANT.clock().forward(Duration.ofDays(-1));

        assertThat(ada.isAsked()).isTrue();
        TENANT.clock().forward(Duration.ofDays(1));
        assertThat(ada.isTrusted()).isTrue();
    }

    private static Trusted trustedAndTold() throws InterruptedException {
        Trusted ada = Trusted.in(TENANT);
        MAILBOX.nextTo(ada.user()); // the app
        assertThat(MAILBOX.nextTo(ada.user()).text()).contains(Texts.en("mspMfaMailTitleDeviceTrusted"));
        return ada;
    }
}
