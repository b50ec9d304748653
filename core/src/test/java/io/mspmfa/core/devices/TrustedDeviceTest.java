// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.devices;

import static io.mspmfa.core.devices.TrustedDevice.Judgement.COPIED;
import static io.mspmfa.core.devices.TrustedDevice.Judgement.LAPSED;
import static io.mspmfa.core.devices.TrustedDevice.Judgement.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.devices.TrustedDevice.Judgement;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedDeviceTest {
    private static final long DAY = 86_400;
    private static final long CREATED = 1_700_000_000;
    private static final long ROTATED = CREATED + DAY;
    private static final DeviceGrounds GROUNDS = new DeviceGrounds(5, Set.of("app"));
    private static final DeviceTerms TERMS = new DeviceTerms(true, 30, 0, GROUNDS);
    private static final DeviceToken OLDEST =
            DeviceToken.create("0b6c1a57-94b4-4f04-9f4f-5a9f0d1c2b3a", new SecureRandom());
    private static final DeviceToken PREVIOUS = next(OLDEST);
    private static final DeviceToken CURRENT = next(PREVIOUS);

    private final TrustedDevice device = device(CREATED, ROTATED, GROUNDS);

    @ParameterizedTest
    @CsvSource({"0, TRUSTED_BY_PREVIOUS", "60, TRUSTED_BY_PREVIOUS", "61, COPIED", "86400, COPIED"})
    void previousTokenIsGoodForAMinute(long seconds, Judgement judgement) {
        assertThat(device.judge(CURRENT, TERMS, ROTATED + seconds)).isEqualTo(TRUSTED);
        assertThat(device.judge(PREVIOUS, TERMS, ROTATED + seconds)).isEqualTo(judgement);
        assertThat(device.judge(OLDEST, TERMS, ROTATED + seconds)).isEqualTo(COPIED);
    }

    @Test
    void whoKnowsOnlyTheIdIsNoCopy() {
        DeviceToken guessed = DeviceToken.create(CURRENT.id(), new SecureRandom());
        DeviceToken stranger = new DeviceToken(CURRENT.id(), guessed.family(), CURRENT.secret());
        DeviceToken sameSecretOfAnother =
                DeviceToken.create("1b6c1a57-94b4-4f04-9f4f-5a9f0d1c2b3a", new SecureRandom());

        assertThat(device.judge(guessed, TERMS, ROTATED)).isEqualTo(LAPSED);
        assertThat(device.judge(stranger, TERMS, ROTATED)).isEqualTo(LAPSED);
        assertThat(device.judge(sameSecretOfAnother, TERMS, ROTATED)).isEqualTo(LAPSED);
    }

    @Test
    void neverUsedDeviceHasNoPreviousToken() {
        TrustedDevice unused = new TrustedDevice(
                CURRENT.familyHash(), CURRENT.secretHash(), "", 0, CREATED, CREATED, CREATED + 30 * DAY, GROUNDS);

        assertThat(unused.judge(CURRENT, TERMS, CREATED)).isEqualTo(TRUSTED);
        assertThat(unused.judge(PREVIOUS, TERMS, CREATED)).isEqualTo(COPIED);
    }

    @Property(tries = 300)
    void R35_neverTrustedBeforeItBeganOrAfterItEnds(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long now,
            @ForAll @LongRange(min = 1, max = 60) int days) {
        DeviceTerms terms = new DeviceTerms(true, days, 0, GROUNDS);
        boolean mayBe = now >= ROTATED - 60 && now < CREATED + Math.min(days, 30) * DAY;

        assertThat(device.judge(CURRENT, terms, now)).isEqualTo(mayBe ? TRUSTED : LAPSED);
        assertThat(device.stands(terms, now)).isEqualTo(mayBe);
    }

    @Test
    void R38_clockMovedBackThenAskedAndNothingRevoked() {
        long before = ROTATED - 2 * DAY;

        assertThat(device.judge(CURRENT, TERMS, before)).isEqualTo(LAPSED);
        assertThat(device.judge(PREVIOUS, TERMS, before)).isEqualTo(LAPSED);
        assertThat(device.judge(OLDEST, TERMS, before)).isEqualTo(LAPSED);
    }

    @Test
    void R35_policyOffOrShortenedOrSessionsRevokedThenLapsed() {
        assertThat(lapses(new DeviceTerms(false, 30, 0, GROUNDS))).isTrue();
        assertThat(lapses(new DeviceTerms(true, 1, 0, GROUNDS))).isTrue();
        assertThat(lapses(new DeviceTerms(true, 30, CREATED + 1, GROUNDS))).isTrue();
        assertThat(lapses(new DeviceTerms(true, 365, CREATED, GROUNDS))).isFalse();
    }

    @Test
    void R35_passwordChangedOrFactorRemovedThenLapsed() {
        assertThat(lapses(terms(new DeviceGrounds(6, Set.of("app"))))).isTrue();
        assertThat(lapses(terms(new DeviceGrounds(0, Set.of("app"))))).isTrue();
        assertThat(lapses(terms(new DeviceGrounds(5, Set.of())))).isTrue();
        assertThat(lapses(terms(new DeviceGrounds(5, Set.of("other"))))).isTrue();
        assertThat(lapses(terms(new DeviceGrounds(5, Set.of("app", "other"))))).isFalse();
    }

    @Test
    void R34_noFactorOrTooManyThenNoGroundsToTrust() {
        Set<String> many = IntStream.rangeClosed(0, DeviceGrounds.MOST_FACTORS)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
        DeviceGrounds tooMany = new DeviceGrounds(5, many);
        DeviceGrounds none = new DeviceGrounds(5, Set.of());

        assertThat(GROUNDS.suffice()).isTrue();
        assertThat(tooMany.suffice()).isFalse();
        assertThat(device(CREATED, ROTATED, tooMany).stands(terms(tooMany), ROTATED))
                .isFalse();
        assertThat(device(CREATED, ROTATED, none).stands(terms(none), ROTATED)).isFalse();
    }

    @Test
    void R33_textOfTheObjectContainsNoHash() {
        assertThat(device.toString()).doesNotContain(CURRENT.secretHash()).doesNotContain(CURRENT.familyHash());
    }

    private boolean lapses(DeviceTerms terms) {
        return device.judge(CURRENT, terms, ROTATED) == LAPSED && !device.stands(terms, ROTATED);
    }

    private static DeviceTerms terms(DeviceGrounds grounds) {
        return new DeviceTerms(true, 30, 0, grounds);
    }

    private static TrustedDevice device(long created, long rotated, DeviceGrounds grounds) {
        return new TrustedDevice(
                CURRENT.familyHash(),
                CURRENT.secretHash(),
                PREVIOUS.secretHash(),
                rotated,
                created,
                rotated,
                TrustedDevice.expiry(created, 30),
                grounds);
    }

    private static DeviceToken next(DeviceToken token) {
        return token.next(new SecretKeySpec(new byte[32], "HmacSHA256"));
    }
}
