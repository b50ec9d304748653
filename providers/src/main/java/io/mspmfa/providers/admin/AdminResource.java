// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin;

import io.mspmfa.providers.admin.activity.ActivityResource;
import io.mspmfa.providers.admin.branding.BrandingResource;
import io.mspmfa.providers.admin.bulk.BulkResource;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.me.MeView;
import io.mspmfa.providers.admin.policies.FloorResource;
import io.mspmfa.providers.admin.policies.PolicyResource;
import io.mspmfa.providers.admin.policies.RoleNames;
import io.mspmfa.providers.admin.summary.CountedRealm;
import io.mspmfa.providers.admin.summary.RealmSummary;
import io.mspmfa.providers.admin.summary.SummaryQueries;
import io.mspmfa.providers.admin.tenants.TenantsCsv;
import io.mspmfa.providers.admin.tenants.TenantsResource;
import io.mspmfa.providers.admin.users.UsersCsv;
import io.mspmfa.providers.admin.users.UsersResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.managers.RealmManager;

/** The root of the admin REST API of a realm. */
public final class AdminResource {
    private final AdminCall call;

    AdminResource(AdminCall call) {
        this.call = call;
    }

    /** Who the caller is, and what the caller may do; for anyone with a token. */
    @GET
    @Path("me")
    public Response me() {
        call.requireNoQuery();
        return Response.ok(MeView.of(call), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The realm's own policy, and the effective one. */
    @Path("policy")
    public PolicyResource policy() {
        return new PolicyResource(call);
    }

    /** The names of roles that a policy may exempt or require. */
    @GET
    @Path("roles")
    public Response roles() {
        call.caller().requireViewPolicy();
        return Response.ok(RoleNames.page(call), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The reseller's floor. */
    @Path("floor")
    public FloorResource floor() {
        return new FloorResource(call);
    }

    /** The brand that the realm's pages and mails show. */
    @Path("branding")
    public BrandingResource branding() {
        return new BrandingResource(call);
    }

    /** The users and their status. */
    @Path("users")
    public UsersResource users() {
        return new UsersResource(call);
    }

    /** What was done in the realm. */
    @Path("activity")
    public ActivityResource activity() {
        return new ActivityResource(call);
    }

    /** The users and their status, in CSV. */
    @GET
    @Path("users.csv")
    public Response usersCsv() {
        return UsersCsv.of(call);
    }

    /** Changes for a list of users. */
    @Path("bulk")
    public BulkResource bulk() {
        return new BulkResource(call);
    }

    /** A summary of the realm in numbers. */
    @GET
    @Path("summary")
    public Response summary() {
        call.caller().requireViewUsers();
        call.requireNoQuery();
        RealmSummary summary =
                new SummaryQueries(call.session(), call.caller().visibleUsers()).of(CountedRealm.of(call.realm()));
        return Response.ok(summary, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** The tenants, which are visible from master only. */
    @Path("tenants")
    public TenantsResource tenants() {
        requireMaster();
        return new TenantsResource(call);
    }

    /** The tenants in CSV, which are visible from master only. */
    @GET
    @Path("tenants.csv")
    public Response tenantsCsv() {
        requireMaster();
        return TenantsCsv.of(call);
    }

    private void requireMaster() {
        if (!RealmManager.isAdministrationRealm(call.realm())) {
            throw new NotFoundException();
        }
    }
}
