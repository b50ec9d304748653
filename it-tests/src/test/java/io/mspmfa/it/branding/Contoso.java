// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A provider and its brand. */
final class Contoso {
    private Contoso() {}

    static ObjectNode brand() {
        ObjectNode brand = new ObjectMapper()
                .createObjectNode()
                .put("productName", "Contoso's")
                .put("appName", "[tenant] via Contoso");
        brand.putObject("colours").put("accent", "#5b2a86").put("page", "#eef0f4");
        brand.putObject("logo")
                .put("light", Pictures.png(240, 60, 0x884400))
                .put("icon", Pictures.png(16, 16, 0x5b2a86));
        brand.putObject("links").put("imprint", "https://contoso.example/imprint");
        return brand;
    }
}
