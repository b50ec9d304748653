// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyCacheTest {
    private static final int LONG = 60_000;

    private final PolicyCache<At, String, Integer> cache = new PolicyCache<>(String::length);

    private record At(String realmId, int number) implements PolicyCache.Place {}

    @Test
    void R38_whatWasMadeOfOtherTextsIsNotFound() {
        cache.put(new At("acme", 0), "old", 1);

        assertThat(cache.get(new At("acme", 0), "old")).contains(1);
        assertThat(cache.get(new At("acme", 0), "new")).isEmpty();
        assertThat(cache.get(new At("beta", 0), "old")).isEmpty();
    }

    @Test
    void R38_aPlaceKeepsOnlyTheLatestTexts() {
        for (int i = 0; i < 100; i++) {
            cache.put(new At("acme", 0), text(i), i);
        }

        assertThat(cache.weight()).isLessThan(2 * LONG);
        assertThat(cache.get(new At("acme", 0), text(99))).contains(99);
    }

    @Test
    void R38_allPlacesTogetherAreBoundedInCharacters() {
        for (int i = 0; i < 1_000; i++) {
            cache.put(new At("realm " + i, 0), text(i), i);
        }

        assertThat(cache.weight()).isBetween((long) LONG, PolicyCache.MAX_CHARACTERS);
    }

    @Test
    void R38_whatDoesNotFitIsNotKept() {
        cache.put(new At("acme", 0), "x".repeat((int) PolicyCache.MAX_CHARACTERS + 1), 1);

        assertThat(cache.weight()).isZero();
    }

    @Test
    void R38_nothingOfADeletedRealmIsKept() {
        cache.put(new At("acme", 0), text(0), 0);
        cache.put(new At("acme", 1), text(1), 1);
        cache.put(new At("beta", 0), text(2), 2);

        cache.forgetRealm("acme");

        assertThat(cache.get(new At("acme", 0), text(0))).isEmpty();
        assertThat(cache.get(new At("acme", 1), text(1))).isEmpty();
        assertThat(cache.get(new At("beta", 0), text(2))).contains(2);
    }

    private static String text(int number) {
        return number + "x".repeat(LONG);
    }
}
