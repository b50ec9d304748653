// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.selfservice;

import io.mspmfa.core.codes.Sha256;
import io.mspmfa.providers.branding.BrandAddress;
import io.mspmfa.providers.branding.BrandResource;
import io.mspmfa.providers.branding.Brands;
import io.mspmfa.providers.branding.PreviewResource;
import io.mspmfa.providers.console.ConsoleResource;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Base64Url;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.constants.ServiceUrlConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.Urls;
import org.keycloak.services.messages.Messages;

/**
 * What a realm serves besides Keycloak's own pages: the addresses to give to users, each of which leads through login to a
 * self-service page, the files of the brand, and the console.
 */
public final class SelfServiceResource {
    private final KeycloakSession session;

    SelfServiceResource(KeycloakSession session) {
        this.session = session;
    }

    /** The page that shows a user's second factors. */
    @GET
    public Response manage() {
        return lead(ActionIds.MANAGE);
    }

    /** Sets up a second factor. */
    @GET
    @Path("setup")
    public Response setUp() {
        return lead(ActionIds.SET_UP);
    }

    /** Opens an enrolment link. */
    @GET
    @Path(EnrolmentLinks.PATH)
    public Response enrol(@QueryParam(EnrolmentLinks.KEY) @Nullable String key) {
        return new LinkOpening(session).open(key);
    }

    /** The files of the realm's brand. */
    @Path(BrandAddress.PATH)
    public BrandResource brand() {
        RealmModel realm = session.getContext().getRealm();
        return new BrandResource(session, () -> Brands.of(realm));
    }

    /** Pages in a brand that isn't stored. */
    @Path(BrandAddress.PREVIEW)
    public PreviewResource preview() {
        return new PreviewResource(session);
    }

    /** The console of resellers and administrators. */
    @Path(ConsoleResource.PATH)
    public ConsoleResource console() {
        return new ConsoleResource(session);
    }

    private Response lead(String action) {
        RealmModel realm = session.getContext().getRealm();
        if (!RealmPolicies.isManaged(realm)) {
            throw new NotFoundException();
        }
        return accountClient(realm)
                .map(client ->
                        Response.seeOther(loginAddress(realm, client, action)).build())
                .orElseGet(() -> ErrorPage.error(session, null, Response.Status.NOT_FOUND, Messages.CLIENT_NOT_FOUND));
    }

    /** A client that exists in every realm, and whose home page is a sensible place to return to. */
    private static Optional<ClientModel> accountClient(RealmModel realm) {
        return Stream.of(Constants.ACCOUNT_CONSOLE_CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .map(realm::getClientByClientId)
                .filter(client -> client != null && client.isEnabled() && client.isStandardFlowEnabled())
                .findFirst();
    }

    private URI loginAddress(RealmModel realm, ClientModel client, String action) {
        URI base = session.getContext().getUri().getBaseUri();
        String home = UriBuilder.fromUri(base)
                .path(ServiceUrlConstants.ACCOUNT_SERVICE_PATH)
                .build(realm.getName())
                .toString();
        return Urls.realmBase(base)
                .path("{realm}/protocol/openid-connect/auth")
                .queryParam(OAuth2Constants.CLIENT_ID, client.getClientId())
                .queryParam(OAuth2Constants.REDIRECT_URI, "{home}")
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(OIDCLoginProtocol.RESPONSE_MODE_PARAM, OIDCResponseMode.QUERY.value())
                // makes the account console recognise a response that isn't its own, and clean up its address
                .queryParam(OAuth2Constants.STATE, SecretGenerator.getInstance().randomString())
                .queryParam(OAuth2Constants.CODE_CHALLENGE, unknownChallenge())
                .queryParam(OAuth2Constants.CODE_CHALLENGE_METHOD, OAuth2Constants.PKCE_METHOD_S256)
                .queryParam(Constants.KC_ACTION, action)
                .build(realm.getName(), home + "/");
    }

    /** A challenge whose verifier nobody keeps, so that the code returned in the address is worthless. */
    private static String unknownChallenge() {
        return Base64Url.encode(Sha256.of(SecretGenerator.getInstance().randomString(64)));
    }
}
