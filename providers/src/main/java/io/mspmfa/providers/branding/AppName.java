// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.providers.language.OneLine;

/** What authenticator apps call the organisation of an account, and our pages where they are about an app. */
public final class AppName {
    private AppName() {}

    /**
     * The name that the brand gives, or the organisation's own.
     *
     * @param organisation its name, which may be any text
     */
    public static String of(Brand brand, String organisation) {
        return brand.named(BrandField.APP_NAME, organisation).map(OneLine::of).orElse(organisation);
    }
}
