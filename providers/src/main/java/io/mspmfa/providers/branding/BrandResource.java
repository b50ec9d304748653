// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.providers.headers.OwnHeaders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;

/**
 * Serves the files of a brand. They are public, and named after their content, so browsers keep them permanently. A file
 * can't act, whatever its content: not even one that was opened by itself.
 */
public final class BrandResource {
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final KeycloakSession session;
    private final Supplier<Brand> brand;

    /**
     * @param session Keycloak's session of this request
     * @param brand whose files these are
     */
    public BrandResource(KeycloakSession session, Supplier<Brand> brand) {
        this.session = session;
        this.brand = brand;
    }

    /** A file by its name. One that isn't part of the brand any more is gone. */
    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String name) {
        BrandFile file = brand.get().file(name).orElseThrow(NotFoundException::new);
        return OwnHeaders.of(SANDBOX, OwnHeaders.FOR_GOOD)
                .on(session, Response.ok(file.content()).header(HttpHeaders.CONTENT_TYPE, file.mediaType()));
    }
}
