// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import java.util.HashMap;
import java.util.Map;

/** A brand's links and contact, for the foot of pages and mails. */
final class BrandLinks {
    private static final Map<String, BrandField> FIELDS = Map.of(
            "supportContact", BrandField.SUPPORT_CONTACT,
            "supportLink", BrandField.SUPPORT_LINK,
            "imprint", BrandField.IMPRINT,
            "privacy", BrandField.PRIVACY);

    private BrandLinks() {}

    /** What there is of {@code supportContact}, {@code supportLink}, {@code imprint} and {@code privacy}. */
    static Map<String, Object> of(Brand brand) {
        Map<String, Object> links = new HashMap<>();
        FIELDS.forEach((name, field) -> brand.get(field).ifPresent(value -> links.put(name, value)));
        return links;
    }
}
