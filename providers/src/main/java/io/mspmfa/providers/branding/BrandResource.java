// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Serves the files of a brand. They are public, and named after their content, so browsers keep them for good. A file
 * can't act, whatever its content: not even one that was opened by itself.
 */
public final class BrandResource {
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Supplier<Brand> brand;

    /** @param brand whose files these are */
    public BrandResource(Supplier<Brand> brand) {
        this.brand = brand;
    }

    /** A file by its name. One that isn't part of the brand any more is gone. */
    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String name) {
        BrandFile file = brand.get().file(name).orElseThrow(NotFoundException::new);
        return Response.ok(file.content())
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
