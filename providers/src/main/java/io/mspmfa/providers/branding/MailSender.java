// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.providers.language.OneLine;
import java.util.HashMap;
import java.util.Map;

/** From whom mails come, as mail programs show it. The address stays the realm's own. */
final class MailSender {
    private static final String NAME = "fromDisplayName";

    /** Longer names are cut off in e-mail programs anyway. */
    private static final int LONGEST = 100;

    private MailSender() {}

    /**
     * The configuration of a mail server with the sender's name that the brand gives, if it does.
     *
     * @param tenant the tenant's name, which may be any text
     */
    static Map<String, String> named(Map<String, String> server, Brand brand, String tenant) {
        return brand.named(BrandField.MAIL_SENDER, tenant)
                .map(name -> {
                    Map<String, String> named = new HashMap<>(server);
                    named.put(NAME, OneLine.of(name, LONGEST));
                    return named;
                })
                .orElse(server);
    }
}
