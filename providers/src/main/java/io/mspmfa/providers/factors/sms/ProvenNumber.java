// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.sms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.mspmfa.providers.factors.spi.StoredData;
import io.mspmfa.providers.phones.PhoneNumber;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * The number that a user has proved, as it is stored in the secret part of the credential, which Keycloak's REST API
 * doesn't show. This is the stored format, as JSON: fields may be added but never renamed.
 *
 * @param number in E.164
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProvenNumber(String number) {
    /** @throws IllegalArgumentException if it is no number, or is missing */
    ProvenNumber {
        if (number == null) {
            throw new IllegalArgumentException("A proven number has a number");
        }
        new PhoneNumber(number);
    }

    static Optional<PhoneNumber> read(@Nullable String json) {
        return StoredData.read(json, ProvenNumber.class).map(proven -> new PhoneNumber(proven.number));
    }

    static String secretData(PhoneNumber number) {
        return json(new ProvenNumber(number.e164()));
    }

    /** What may be seen of it. */
    static String credentialData(PhoneNumber number) {
        return json(Map.of("hint", number.masked()));
    }

    private static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("A proven number can't be written", e);
        }
    }

    /** Keeps the number out of logs (R20). */
    @Override
    public String toString() {
        return "A proven number";
    }
}
