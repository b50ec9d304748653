// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import io.mspmfa.providers.consoleclient.ConsoleClient;
import io.mspmfa.providers.headers.OwnHeaders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The console of a realm: in {@code master} for resellers, in a managed realm for its own administrators, and nowhere
 * else. The page and its files are the same for everybody; what somebody may see and do the REST API decides.
 */
public final class ConsoleResource {
    /** The part of the path after the realm's {@code msp-mfa}. */
    public static final String PATH = ConsoleClient.PATH;

    /** In the page, where the environment belongs. */
    private static final String PLACEHOLDER = "{\"placeholder\":\"environment\"}";

    /** Files can't act, whatever their content: not even one that was opened by itself. */
    private static final String SANDBOX = "default-src 'none'; sandbox";

    private final KeycloakSession session;

    /**
     * @param session Keycloak's session of this request
     * @throws NotFoundException if the realm has no console
     */
    public ConsoleResource(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        if (!ConsoleClient.belongsIn(realm)) {
            throw new NotFoundException();
        }
        this.session = session;
    }

    /** The page. Its relative addresses need the slash at the end of its own. */
    @GET
    public Response page() {
        ConsoleAddress address = ConsoleAddress.of(session);
        URI requested = session.getContext().getHttpRequest().getUri().getRequestUri();
        if (!requested.getPath().endsWith("/") || address.isElsewhere(requested)) {
            return headers(address).on(session, Response.seeOther(address.page()));
        }
        ConsoleClient.ensure(session, address.realm());
        String environment = ConsoleEnvironment.of(session, address).asBlock();
        String html = ConsoleFiles.packed().page().replace(PLACEHOLDER, environment);
        return headers(address)
                .on(session, Response.ok(html).header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8"));
    }

    /**
     * A file that the page loads, by its name.
     *
     * @param encodings what the client can decode
     */
    @GET
    @Path("assets/{name}")
    public Response asset(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        ConsoleFiles.Asset asset = ConsoleFiles.packed().asset(name).orElseThrow(NotFoundException::new);
        boolean compressed = asset.isCompressed() && AcceptedEncoding.hasGzip(encodings);
        ResponseBuilder response = Response.ok(compressed ? asset.packed() : asset.inflated())
                .header(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (compressed) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return OwnHeaders.of(SANDBOX, OwnHeaders.FOR_GOOD).apart().on(session, response);
    }

    private static OwnHeaders headers(ConsoleAddress address) {
        return OwnHeaders.of(policy(address.foreignOrigin()), OwnHeaders.NO_STORE)
                .apart();
    }

    /**
     * Only files of ours, no script in the page, and none that is made of text (Trusted Types). The page talks to the server
     * and to nobody else.
     *
     * @param login the origin of the login, if it is another one
     */
    private static String policy(@Nullable String login) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'" + (login == null ? "" : " " + login)
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    }
}
