// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.core.branding.BrandField;
import io.mspmfa.providers.branding.Brands;
import io.mspmfa.providers.consoleclient.ConsoleClient;
import io.mspmfa.providers.language.Wording;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What the page is told about the server, as JSON inside it. Nothing in it is secret: the page is shown to anyone.
 *
 * @param realm whose login the console uses
 * @param serverBaseUrl the server at its frontend address, without a slash at the end
 * @param adminBaseUrl the server at its admin address, where the REST API and the page are, likewise
 * @param authUrl the base address of the login, likewise
 * @param clientId the console's client
 * @param consoleUrl the page, exactly as the client's redirect URI says
 * @param locale the language that the browser asks for, as a tag of BCP 47
 * @param version of this extension; null if it isn't known
 * @param productName from the realm's brand; null if it says nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsoleEnvironment(
        String realm,
        String serverBaseUrl,
        String adminBaseUrl,
        String authUrl,
        String clientId,
        String consoleUrl,
        String locale,
        @Nullable String version,
        @Nullable String productName) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ConsoleEnvironment of(KeycloakSession session, ConsoleAddress address) {
        RealmModel realm = address.realm();
        HttpHeaders request = session.getContext().getHttpRequest().getHttpHeaders();
        return new ConsoleEnvironment(
                realm.getName(),
                address.frontend(),
                address.admin(),
                address.frontend(),
                ConsoleClient.ID,
                address.page().toString(),
                Wording.wanted(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .toLanguageTag(),
                ConsoleEnvironment.class.getPackage().getImplementationVersion(),
                Brands.of(realm).get(BrandField.PRODUCT_NAME).orElse(null));
    }

    /**
     * As JSON that can stand between script tags. Browsers look for the end of a script before they look at its content,
     * so a name must not contain one (HTML, 4.12.1.3).
     */
    String asBlock() {
        try {
            return JSON.writeValueAsString(this).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
