// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Countries, as two capital letters (ISO 3166-1). */
public final class PhoneRegions {
    private PhoneRegions() {}

    /**
     * The country whose numbers may be typed without a country code: that of the user's language, if the language names
     * one, such as {@code de-AT}; otherwise the server's. Empty if there is neither.
     *
     * @param ofServer null if the server's options name none
     */
    public static Optional<String> of(@Nullable Locale language, @Nullable String ofServer) {
        return Optional.ofNullable(language)
                .map(Locale::getCountry)
                .filter(PhoneRegions::isKnown)
                .or(() -> Optional.ofNullable(ofServer));
    }

    /** Whether this is a country with phone numbers. */
    public static boolean isKnown(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    /**
     * Loads what is known about the numbers of each country, in the background, so that no login waits for it.
     *
     * @return the number of countries, when it is done
     */
    public static CompletableFuture<Integer> load() {
        return CompletableFuture.supplyAsync(PhoneRegions::loadAll, PhoneRegions::begin);
    }

    private static int loadAll() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return (int) numbers.getSupportedRegions().stream()
                .filter(region -> numbers.getCountryCodeForRegion(region) != 0)
                .filter(region -> numbers.getExampleNumber(region) != null)
                .count();
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "msp-mfa-phones");
        thread.setDaemon(true);
        thread.start();
    }
}
