// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.call.QueryParameter;
import io.mspmfa.providers.admin.call.RequestBody;
import io.mspmfa.providers.admin.call.RequestFields;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** The tenants of a reseller. */
public final class TenantsResource {
    /** How many tenants a single call may change. */
    static final int MAX_REALMS = 5000;

    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_NAME = 255;

    /** 5,000 names of 255 bytes, and a floor. */
    private static final int MAX_BYTES = 1_600_000;

    private final AdminCall call;

    public TenantsResource(AdminCall call) {
        this.call = call;
    }

    /**
     * A page of tenants, by name.
     *
     * @param search a part of the name or the display name
     * @param after the cursor of the previous page
     * @param max how many, at most 200
     */
    @GET
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("after") @Nullable String after,
            @QueryParam("max") @Nullable String max) {
        Portfolio portfolio = Portfolio.viewedBy(call.auth().adminAuth());
        Page<TenantView> page = new TenantList(call.session(), portfolio)
                .page(
                        QueryParameter.text("search", search),
                        QueryParameter.text("after", after),
                        QueryParameter.number("max", max, 1, MAX_PAGE, DEFAULT_PAGE));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /**
     * Sets one floor for many tenants, each in a separate transaction.
     *
     * @param revokeSessions {@code true}: all users have to sign in again
     * @param force {@code true}: set the floor even for tenants where nobody could sign in any more
     */
    @PUT
    @Path("floor")
    public Response putFloor(
            @QueryParam("revokeSessions") @Nullable String revokeSessions,
            @QueryParam("force") @Nullable String force,
            InputStream body) {
        Portfolio portfolio = Portfolio.managedBy(call.auth().adminAuth());
        boolean revoke = QueryParameter.flag("revokeSessions", revokeSessions);
        boolean forced = QueryParameter.flag("force", force);
        ObjectNode json = RequestBody.object(call.session(), body, MAX_BYTES);
        RequestFields form = new RequestFields(json, Set.of("realms", "floor"));
        List<String> realms = form.texts("realms", MAX_REALMS);
        PolicyLayer floor = form.policy("floor");
        form.check();
        MassFloor.Outcome outcome =
                new MassFloor(call, portfolio, floor, revoke, forced).put(new LinkedHashSet<>(realms));
        return Response.ok(outcome, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /**
     * Creates a realm with its floor (V5): both or neither.
     *
     * @param force {@code true}: create it even if nobody could sign in to it
     */
    @POST
    public Response create(@QueryParam("force") @Nullable String force, InputStream body) {
        if (!AdminPermissions.realms(call.session(), call.auth().adminAuth()).canCreateRealm()) {
            throw new ForbiddenException();
        }
        boolean forced = QueryParameter.flag("force", force);
        ObjectNode json = RequestBody.object(call.session(), body, RequestBody.SMALL_BYTES);
        RequestFields form = new RequestFields(json, Set.of("realm", "displayName", "floor"));
        NewTenant.Wish wish = new NewTenant.Wish(
                form.text("realm", MAX_NAME),
                form.optionalText("displayName", MAX_NAME),
                json.has("floor") ? form.policy("floor") : null);
        form.check();
        NewTenant.Made made = new NewTenant(call).make(wish, forced);
        return Response.created(AdminRoot.realmsUrl(call.session().getContext().getUri())
                        .path(wish.realm())
                        .build())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(made)
                .build();
    }
}
