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

    /** The same for previews. */
    public static final String PREVIEW = "brand-preview";

    private static final String FROM_ROOT = "realms/{realm}/msp-mfa/{folder}/{file}";

    /** A theme's resources are at {@code resources/<version>/<type>/<theme>/} (UrlBean.getResourcesPath). */
    private static final String UP_FROM_RESOURCES = "../../../../";

    private BrandAddress() {}

    /** Where a preview's files are. */
    static String ofPreview(String id) {
        return PREVIEW + "/" + id + "/" + PATH;
    }

    /** The address of a preview. */
    public static URI preview(URI base, RealmModel realm, String id) {
        return build(UriBuilder.fromUri(base), realm, PREVIEW, id);
    }

    /** A file's address in mails. */
    static String absolute(URI base, RealmModel realm, String file) {
        return build(UriBuilder.fromUri(base), realm, PATH, file).toString();
    }

    /** A file's address as seen from a login theme's resources. */
    static String fromResources(RealmModel realm, String folder, String file) {
        return UP_FROM_RESOURCES + build(UriBuilder.fromPath(""), realm, folder, file);
    }

    private static URI build(UriBuilder start, RealmModel realm, String folder, String file) {
        return start.path(FROM_ROOT)
                .resolveTemplate("realm", realm.getName())
                .resolveTemplate("folder", folder, false)
                .resolveTemplate("file", file)
                .build();
    }
}
