// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.RealmModel;

/** The addresses of a brand's files, below the realm's own. */
public final class BrandAddress {
    /** The part of the path after the realm's {@code msp-mfa}. */
    public static final String PATH = "brand";

    private static final String FROM_ROOT = "realms/{realm}/msp-mfa/" + PATH + "/{file}";

    /** A theme's resources are at {@code resources/<version>/<type>/<theme>/} (UrlBean.getResourcesPath). */
    private static final String UP_FROM_RESOURCES = "../../../../";

    private BrandAddress() {}

    /** A file's address in mails. */
    static String absolute(URI base, RealmModel realm, String file) {
        return UriBuilder.fromUri(base)
                .path(FROM_ROOT)
                .build(realm.getName(), file)
                .toString();
    }

    /** A file's address as seen from a login theme's resources. */
    static String fromResources(RealmModel realm, String file) {
        return UP_FROM_RESOURCES + fromRoot(realm, file);
    }

    private static String fromRoot(RealmModel realm, String file) {
        return UriBuilder.fromPath(FROM_ROOT).build(realm.getName(), file).toString();
    }
}
