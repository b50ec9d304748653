// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was made of the texts that are stored at some place, until other texts are stored there. Tenants write these
 * texts, so that all of them together are bounded, in characters.
 *
 * @param <P> a place, which names its realm
 * @param <T> the texts that are stored there
 * @param <V> what was made of them
 */
final class PolicyCache<P extends PolicyCache.Place, T, V> {
    /** All texts together, in characters: some thousand policies of the usual length, in at most 8 MB. */
    static final long MAX_CHARACTERS = 4_000_000;

    /** What an entry costs besides its texts. */
    private static final int OVERHEAD = 500;

    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final Cache<P, Made<T, V>> cache;

    /** A place where texts are stored. */
    interface Place {
        String realmId();
    }

    private record Made<T, V>(T texts, V value) {}

    /** @param characters the number of characters in texts */
    PolicyCache(Function<T, Integer> characters) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(MAX_CHARACTERS)
                .weigher((P place, Made<T, V> made) -> OVERHEAD + characters.apply(made.texts()))
                .expireAfterAccess(UNUSED)
                .executor(Runnable::run) // what is too much goes at once
                .build();
    }

    Optional<V> get(P place, T texts) {
        return Optional.ofNullable(cache.getIfPresent(place))
                .filter(made -> made.texts().equals(texts))
                .map(Made::value);
    }

    void put(P place, T texts, V value) {
        cache.put(place, new Made<>(texts, value));
    }

    void forget(P place) {
        cache.invalidate(place);
    }

    void forgetRealm(String realmId) {
        cache.asMap().keySet().removeIf(place -> place.realmId().equals(realmId));
    }

    /** The weight of everything that is kept, in characters. */
    long weight() {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
