// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTokenTest {
    private static final String ID = "0b6c1a57-94b4-4f04-9f4f-5a9f0d1c2b3a";
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    private final DeviceToken token = DeviceToken.create(ID, new SecureRandom());

    @Test
    void R33_secretHas256BitsAndIsNeverTheSame() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String secret = DeviceToken.create(ID, new SecureRandom()).secret();
            assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
            secrets.add(secret);
        }
        assertThat(secrets).hasSize(1000);
    }

    @Test
    void readWhenItsOwnTextThenTheSameToken() {
        assertThat(DeviceToken.read(token.text())).contains(token);
        assertThat(DeviceToken.read(token.next(KEY).text())).contains(token.next(KEY));
    }

    @Property(tries = 300)
    void readWhenAnythingElseThenEmpty(@ForAll String text) {
        assertThat(DeviceToken.read(text)).isEmpty();
    }

    @Test
    void readWhenTruncatedOrLongerThenEmpty() {
        String text = token.text();
        for (int length = 0; length < text.length(); length++) {
            assertThat(DeviceToken.read(text.substring(0, length))).isEmpty();
        }
        assertThat(DeviceToken.read(text + "a")).isEmpty();
        assertThat(DeviceToken.read(text.repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {' ', '\n', '\0', '.', '%', '=', '+', '/', 'é', '\u0661'})
    void readWhenACharacterIsNotOneOfOursThenEmpty(char odd) {
        StringBuilder text = new StringBuilder(token.text());
        for (int place = 0; place < text.length(); place++) {
            char right = text.charAt(place);
            if (right != odd) {
                text.setCharAt(place, odd);
                assertThat(DeviceToken.read(text.toString())).isEmpty();
                text.setCharAt(place, right);
            }
        }
    }

    @Test
    void nextKeepsTheFamilyAndFollowsFromTokenAndKey() {
        DeviceToken next = token.next(KEY);
        SecretKey other = new SecretKeySpec(new byte[] {1}, "HmacSHA256");

        assertThat(next).isEqualTo(token.next(KEY)).isNotEqualTo(token).isNotEqualTo(token.next(other));
        assertThat(next.familyHash()).isEqualTo(token.familyHash());
        assertThat(next.next(KEY).secretHash()).isNotIn(token.secretHash(), next.secretHash());
    }

    @Test
    void R33_hashesAndTextOfTheObjectDoNotContainTheSecret() {
        assertThat(token.toString() + token.secretHash() + token.familyHash())
                .doesNotContain(token.secret())
                .doesNotContain(token.family());
        assertThat(token.secretHash()).matches("[0-9a-f]{64}").isNotEqualTo(token.familyHash());
    }
}
