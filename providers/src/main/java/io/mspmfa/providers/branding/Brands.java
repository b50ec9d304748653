// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.branding.BrandingReader;
import io.mspmfa.providers.language.Wording;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.log.Once;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/**
 * The brands of realms. Reading costs no SQL, and each set of documents is read, checked and turned into files once.
 * Tenants without a document of their own share what was made of their provider's.
 */
public final class Brands {
    private static final Logger LOG = Logger.getLogger(Brands.class);

    /** All documents together, in characters: some hundred brands with all their images. */
    private static final long MAX_CHARACTERS = 32_000_000;

    /** What an entry costs besides its documents. */
    private static final int OVERHEAD = 500;

    private static final Duration UNUSED = Duration.ofMinutes(30);

    private static final Cache<Sources, Brand> MADE = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Sources sources, Brand brand) -> OVERHEAD + sources.characters())
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run) // what is too much goes at once
            .build();

    private static final Once REPORTED = new Once();

    private Brands() {}

    /** What a realm's pages, mails and apps show. */
    public static Brand of(RealmModel realm) {
        Optional<String> common = BrandLayer.COMMON.text(realm);
        Optional<String> provider = BrandLayer.PROVIDER.text(realm);
        Optional<String> own = BrandLayer.TENANT.text(realm);
        Brand inherited = of(realm, new Sources(common, provider, Optional.empty()));
        boolean isOwnShown = own.isPresent() && inherited.branding().says(BrandField.TENANT_MAY_CHANGE);
        return isOwnShown ? of(realm, new Sources(common, provider, own)) : inherited;
    }

    /** What the provider's layers say, which is what a tenant's own layer is on top of. */
    public static Branding inherited(RealmModel realm) {
        return of(realm, new Sources(BrandLayer.COMMON.text(realm), BrandLayer.PROVIDER.text(realm), Optional.empty()))
                .branding();
    }

    /** What would be shown if a layer were another one. */
    public static Branding with(RealmModel realm, BrandLayer layer, Branding next) {
        Branding common = layer == BrandLayer.COMMON ? next : BrandLayer.COMMON.stored(realm);
        Branding provider = layer == BrandLayer.PROVIDER ? next : BrandLayer.PROVIDER.stored(realm);
        Branding own = layer == BrandLayer.TENANT ? next : BrandLayer.TENANT.stored(realm);
        return merged(common, provider, own);
    }

    /** The tenant's own layer counts where the provider allows it, and can't give itself leave. */
    private static Branding merged(Branding common, Branding provider, Branding own) {
        Branding inherited = provider.over(common);
        return inherited.says(BrandField.TENANT_MAY_CHANGE)
                ? own.without(BrandField.TENANT_MAY_CHANGE).over(inherited)
                : inherited;
    }

    private static Brand of(RealmModel realm, Sources sources) {
        return sources.isEmpty() ? Brand.NONE : MADE.get(sources, missing -> make(realm, missing));
    }

    private static Brand make(RealmModel realm, Sources sources) {
        Branding common = read(realm, BrandLayer.COMMON, sources.common());
        Branding provider = read(realm, BrandLayer.PROVIDER, sources.provider());
        Branding own = read(realm, BrandLayer.TENANT, sources.own());
        return new Brand(merged(common, provider, own));
    }

    private static Branding read(RealmModel realm, BrandLayer layer, Optional<String> json) {
        if (json.isEmpty()) {
            return Branding.NONE;
        }
        BrandingReader.Reading reading = BrandingReader.read(json.get());
        if (!reading.problems().isEmpty()
                && REPORTED.isFirst(
                        layer + "." + realm.getId() + "." + json.get().hashCode())) {
            LOG.warnf(
                    "The brand of realm %s (%s) can't be read in parts, which are inherited instead: %s",
                    LogText.of(realm.getName()),
                    LogText.of(layer.word()),
                    LogText.of(Wording.english(reading.problems())));
        }
        return reading.branding();
    }

    /** The documents that a brand is made of. */
    private record Sources(Optional<String> common, Optional<String> provider, Optional<String> own) {
        boolean isEmpty() {
            return common.isEmpty() && provider.isEmpty() && own.isEmpty();
        }

        int characters() {
            return Stream.of(common, provider, own)
                    .flatMap(Optional::stream)
                    .mapToInt(String::length)
                    .sum();
        }
    }
}
