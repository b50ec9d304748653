// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.Branding;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that leave our pages: in headers of mails, and in apps. */
class BrandNamesTest {
    private static final Brand BRAND = new Brand(new Branding(Map.of(
            BrandField.MAIL_SENDER, "[tenant] via Contoso",
            BrandField.APP_NAME, "Contoso – [tenant]")));

    private static final Map<String, String> SERVER = Map.of("host", "mail.example", "fromDisplayName", "Own");

    @Test
    void theBrandNamesTheSender() {
        assertThat(MailSender.named(SERVER, BRAND, "Acme"))
                .isEqualTo(Map.of("host", "mail.example", "fromDisplayName", "Acme via Contoso"));
    }

    @Test
    void withoutABrandTheRealmsOwnConfigurationIsUsed() {
        assertThat(MailSender.named(SERVER, Brand.NONE, "Acme")).isSameAs(SERVER);
    }

    @Test
    void aTenantCantAddHeaders() {
        assertThat(MailSender.named(SERVER, BRAND, "Acme\r\nBcc: all@evil.example"))
                .containsEntry("fromDisplayName", "Acme Bcc: all@evil.example via Contoso");
    }

    @Test
    void theBrandNamesTheOrganisationInApps() {
        assertThat(AppName.of(BRAND, "Acme\nLtd")).isEqualTo("Contoso – Acme Ltd");
        assertThat(AppName.of(Brand.NONE, "Acme")).isEqualTo("Acme");
    }
}
