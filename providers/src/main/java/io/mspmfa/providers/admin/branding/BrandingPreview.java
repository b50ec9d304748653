// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.branding;

import io.mspmfa.core.branding.Branding;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.branding.BrandAddress;
import io.mspmfa.providers.branding.BrandLayer;
import io.mspmfa.providers.branding.Brands;
import io.mspmfa.providers.branding.Previews;
import io.mspmfa.providers.compatibility.ServerTime;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/**
 * Where a brand that isn't stored can be looked at.
 *
 * @param url for anyone who knows it
 * @param expiresAt until when
 */
record BrandingPreview(String url, String expiresAt) {
    static BrandingPreview of(AdminCall call, BrandLayer layer, Branding next) {
        RealmModel realm = call.realm();
        long expires = ServerTime.seconds() + Previews.LIFETIME_SECONDS;
        String id = new Previews(call.session(), realm)
                .keep(Brands.with(realm, layer, next))
                .orElseThrow(() -> Problem.of(ErrorCode.TOO_MANY_PREVIEWS));
        return new BrandingPreview(
                BrandAddress.preview(
                                call.session()
                                        .getContext()
                                        .getUri(UrlType.FRONTEND)
                                        .getBaseUri(),
                                realm,
                                id)
                        .toString(),
                Moment.ofSeconds(expires));
    }
}
