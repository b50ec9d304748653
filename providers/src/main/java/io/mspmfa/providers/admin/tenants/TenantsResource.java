// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.CountedPage;
import io.mspmfa.providers.admin.call.RequestBody;
import io.mspmfa.providers.admin.call.RequestFields;
import io.mspmfa.providers.admin.policies.FloorChange;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.services.resources.admin.AdminRoot;

/** The tenants of a reseller. */
public final class TenantsResource {
    /** How many tenants a single call may change. */
    static final int MAX_REALMS = 5000;

    /** How many tenants a single call may preview: each takes some statements. */
    static final int MAX_PREVIEWED = 100;

    private static final int MAX_NAME = 255;

    /** 5,000 names of 255 bytes, and a floor. */
    private static final int MAX_BYTES = 1_600_000;

    private final AdminCall call;

    public TenantsResource(AdminCall call) {
        this.call = call;
    }

    /** A page of tenants. Query: see {@link TenantFilter}. */
    @GET
    public Response list() {
        Portfolio portfolio = Portfolio.viewedBy(call.auth().adminAuth());
        CountedPage<TenantView> page = new TenantList(call.session(), portfolio).page(TenantFilter.of(call));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** All tenants in numbers, which may be a minute old. */
    @GET
    @Path("summary")
    public Response summary() {
        Portfolio portfolio = Portfolio.viewedBy(call.auth().adminAuth());
        call.requireNoQuery();
        PortfolioSummary summary = PortfolioSummary.of(TenantBoard.of(call.session()), portfolio);
        return Response.ok(summary, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Finds people in all tenants. Query: see {@link PortfolioPeople#page}. */
    @GET
    @Path("users")
    public Response users() {
        Portfolio portfolio = Portfolio.viewedBy(call.auth().adminAuth());
        return Response.ok(new PortfolioPeople(call.session(), portfolio).page(call), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** What was done in all tenants, newest first. Query: see {@link PortfolioActivity#page}. */
    @GET
    @Path("activity")
    public Response activity() {
        Portfolio portfolio = Portfolio.viewedBy(call.auth().adminAuth());
        return Response.ok(new PortfolioActivity(call.session(), portfolio).page(call), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /**
     * Sets one floor for many tenants, each in a separate transaction. Query: as for a single floor.
     */
    @PUT
    @Path("floor")
    public Response putFloor(InputStream body) {
        Portfolio portfolio = Portfolio.managedBy(call.auth().adminAuth());
        FloorWish wish = floorWish(body, FloorChange.asked(call), MAX_REALMS);
        MassFloor.Outcome outcome = new MassFloor(call, portfolio, wish.change()).put(wish.realms());
        return Response.ok(outcome, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Shows what one floor would change in up to 100 tenants, without changing anything (X3). Query: {@code merge}, {@code replace}. */
    @POST
    @Path("floor/preview")
    public Response previewFloor(InputStream body) {
        Portfolio portfolio = Portfolio.managedBy(call.auth().adminAuth());
        FloorWish wish = floorWish(body, FloorChange.previewed(call), MAX_PREVIEWED);
        MassPreview.Outcome outcome = new MassPreview(call.session(), portfolio, wish.change()).of(wish.realms());
        return Response.ok(outcome, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private record FloorWish(Set<String> realms, FloorChange change) {}

    private FloorWish floorWish(InputStream body, Function<PolicyLayer, FloorChange> asked, int most) {
        ObjectNode json = RequestBody.object(call.session(), body, MAX_BYTES);
        RequestFields form = new RequestFields(json, Set.of("realms", "floor"));
        List<String> realms = form.texts("realms", most);
        FloorChange change = asked.apply(form.policy("floor"));
        form.check();
        return new FloorWish(new LinkedHashSet<>(realms), change);
    }

    /** Creates a realm with its floor (V5): both or neither. Query: {@code force}, even if nobody could sign in to it. */
    @POST
    public Response create(InputStream body) {
        call.caller().requireCreateRealm();
        boolean forced = call.query("force").flag("force");
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
