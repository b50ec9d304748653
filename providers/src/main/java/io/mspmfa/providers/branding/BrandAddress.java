// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import java.net.URI;
import org.keycloak.common.util.Encode;
import org.keycloak.models.RealmModel;

/** The addresses of a brand's files, below the realm's own. */
public final class BrandAddress {
    /** The part of the path after the realm's {@code msp-mfa}. */
    public static final String PATH = "brand";

    /** The same for previews. */
    public static final String PREVIEW = "brand-preview";

    /** A theme's resources are at {@code resources/<version>/<type>/<theme>/} (UrlBean.getResourcesPath). */
    private static final String UP_FROM_RESOURCES = "../../../../";

    private BrandAddress() {}

    /** Where a preview's files are. */
    static String ofPreview(String id) {
        return PREVIEW + "/" + id + "/" + PATH;
    }

    /** The address of a preview. */
    public static URI preview(URI base, RealmModel realm, String id) {
        return absolute(base, path(realm.getName(), PREVIEW, id));
    }

    /** A file's address in mails. */
    static String absolute(URI base, RealmModel realm, String file) {
        return absolute(base, path(realm.getName(), PATH, file)).toString();
    }

    /** A file's address as seen from a login theme's resources. Each page asks, so it is put together by hand. */
    static String fromResources(RealmModel realm, String folder, String file) {
        return UP_FROM_RESOURCES + path(realm.getName(), folder, file);
    }

    static URI absolute(URI base, String path) {
        String root = base.toString();
        return URI.create(root + (root.endsWith("/") ? "" : "/") + path);
    }

    static String path(String realm, String folder, String file) {
        return "realms/" + Encode.encodePathSegmentAsIs(realm) + "/msp-mfa/" + folder + "/" + file;
    }
}
