// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.codes.Sha256;
import java.util.EnumMap;
import java.util.Map;

/** A brand in an event, which is stored for long: of an image, only its hash. */
final class BrandingRecord {
    private BrandingRecord() {}

    static ObjectNode of(Branding branding) {
        Map<BrandField, String> values = new EnumMap<>(BrandField.class);
        branding.values()
                .forEach((field, value) -> values.put(field, field.isImage() ? "sha256:" + Sha256.hex(value) : value));
        return new Branding(values).json();
    }
}
