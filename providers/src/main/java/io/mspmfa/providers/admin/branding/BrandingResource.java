// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.branding;

import io.mspmfa.core.branding.Branding;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.EntityTag;
import io.mspmfa.providers.admin.call.RequestBody;
import io.mspmfa.providers.branding.BrandLayer;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.services.managers.RealmManager;

/**
 * A realm's brand. Whose layer a call is about follows from the caller: a reseller's calls are about the provider's
 * brand, for all tenants in {@code master} and for one tenant elsewhere; a tenant's calls are about its own.
 */
public final class BrandingResource {
    private final AdminCall call;

    public BrandingResource(AdminCall call) {
        this.call = call;
    }

    /** The caller's layer, what it is on top of, and what is shown. */
    @GET
    public Response get() {
        call.caller().requireViewPolicy();
        call.requireNoQuery();
        BrandLayer layer = layer();
        return Response.ok(BrandingView.of(call.realm(), layer), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, BrandingWrite.tag(call.realm(), layer))
                .build();
    }

    /** Sets the caller's layer. */
    @PUT
    public Response put(InputStream body) {
        requireWrite();
        BrandLayer layer = layer();
        Branding next = BrandingView.read(RequestBody.text(call.session(), body, RequestBody.BRANDING_BYTES), layer);
        BrandingWrite.run(call, layer, EntityTag.wanted(call.session()), write -> write.put(next));
        return Response.noContent().build();
    }

    /** Removes the caller's layer; what it was on top of is shown again. */
    @DELETE
    public Response delete() {
        requireWrite();
        BrandingWrite.run(call, layer(), EntityTag.wanted(call.session()), BrandingWrite::delete);
        return Response.noContent().build();
    }

    /** Shows what pages would look like with this layer, without setting it. */
    @POST
    @Path("preview")
    public Response preview(InputStream body) {
        requireWrite();
        BrandLayer layer = layer();
        Branding next = BrandingView.read(RequestBody.text(call.session(), body, RequestBody.BRANDING_BYTES), layer);
        return Response.ok(BrandingPreview.of(call, layer, next), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private void requireWrite() {
        if (layer() == BrandLayer.PROVIDER) {
            call.caller().requireWriteFloor();
        } else {
            call.caller().requireWritePolicy();
            BrandingWrite.requireAllowed(call.realm(), layer());
        }
        call.requireNoQuery();
    }

    private BrandLayer layer() {
        if (RealmManager.isAdministrationRealm(call.realm())) {
            return BrandLayer.COMMON;
        }
        return call.caller().isResellerViewing() ? BrandLayer.PROVIDER : BrandLayer.TENANT;
    }
}
