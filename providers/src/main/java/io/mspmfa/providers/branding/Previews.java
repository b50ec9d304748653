// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.branding.BrandingReader;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Brands that are previewed, which every node knows for ten minutes. */
public final class Previews {
    /** How long an address lives, in seconds. */
    public static final int LIFETIME_SECONDS = 600;

    /** How many a realm may have at a time on each node; each can be as large as a brand. */
    private static final int MOST = 30;

    /** Characters of an id, of 62 each. */
    private static final int ID = 32;

    private static final String BRAND = "brand";
    private static final String END = "end";

    private static final Cache<String, AtomicInteger> MADE = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(LIFETIME_SECONDS))
            .build();

    private final KeycloakSession session;
    private final RealmModel realm;

    /** @param realm whose pages are shown */
    public Previews(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Keeps a brand; returns its id, or nothing if the realm has too many. */
    public Optional<String> keep(Branding branding) {
        if (MADE.get(realm.getId(), unknown -> new AtomicInteger()).incrementAndGet() > MOST) {
            return Optional.empty();
        }
        String id = SecretGenerator.getInstance().randomString(ID);
        String end = Long.toString(ServerTime.seconds() + LIFETIME_SECONDS);
        SharedStore.of(session)
                .put(key(id), LIFETIME_SECONDS, Map.of(BRAND, branding.json().toString(), END, end));
        return Optional.of(id);
    }

    /** A brand that is kept; empty once its time is over. */
    Optional<Preview> find(String id) {
        return Optional.ofNullable(SharedStore.of(session).get(key(id)))
                .filter(notes -> Long.parseLong(notes.getOrDefault(END, "0")) > ServerTime.seconds())
                .map(notes -> BrandingReader.read(notes.getOrDefault(BRAND, "")).branding())
                .map(branding -> new Preview(id, new Brand(branding)));
    }

    private String key(String id) {
        return "msp-mfa.brand-preview." + realm.getId() + "." + id;
    }
}
