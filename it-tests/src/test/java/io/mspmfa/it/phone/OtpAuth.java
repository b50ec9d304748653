// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.phone;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An {@code otpauth://} address as an app reads it from a QR code. Missing parameters get the defaults of the key URI
 * format.
 */
public record OtpAuth(String type, String label, Map<String, String> parameters) {

    public static OtpAuth parse(String text) {
        URI uri = URI.create(text);
        if (!"otpauth".equals(uri.getScheme())) {
            throw new AssertionError("Not an otpauth address: " + text);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] nameAndValue = pair.split("=", 2);
            parameters.put(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
        }
        return new OtpAuth(uri.getHost(), uri.getPath().substring(1), parameters);
    }

    public String secret() {
        return parameters.getOrDefault("secret", "");
    }

    public String issuer() {
        return parameters.getOrDefault("issuer", "");
    }

    public String algorithm() {
        return parameters.getOrDefault("algorithm", "SHA1");
    }

    public int digits() {
        return Integer.parseInt(parameters.getOrDefault("digits", "6"));
    }

    public int period() {
        return Integer.parseInt(parameters.getOrDefault("period", "30"));
    }
}
