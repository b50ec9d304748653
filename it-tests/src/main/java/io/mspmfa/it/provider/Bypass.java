// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** Creates what a realm import, an older version or a database script may have left: no guard and no check sees it. */
@Produces(MediaType.TEXT_PLAIN)
public final class Bypass {
    private final KeycloakSession session;

    Bypass(KeycloakSession session) {
        this.session = session;
    }

    @PUT
    @Path("realm-attribute")
    @Consumes(MediaType.APPLICATION_JSON)
    public String setRealmAttribute(@QueryParam("name") String name, String value) {
        realm().setAttribute(name, value);
        return name;
    }

    @PUT
    @Path("organization-attribute")
    public String setOrganizationAttribute(
            @QueryParam("alias") String alias, @QueryParam("name") String name, @QueryParam("value") String value) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getByAlias(alias);
        organization.setAttributes(Map.of(name, List.of(value)));
        return value;
    }

    @DELETE
    @Path("required-action")
    public String loseRequiredAction(@QueryParam("alias") String alias) {
        realm().removeRequiredActionProvider(realm().getRequiredActionProviderByAlias(alias));
        return alias;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
