// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.RequestBody;
import io.mspmfa.providers.admin.call.RequestFields;
import io.mspmfa.providers.admin.call.SentenceView;
import io.mspmfa.providers.brokerlinks.BrokerLinks;
import io.mspmfa.providers.devices.TrustedDevices;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.resets.Reset;
import io.mspmfa.providers.roles.Administrators;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import io.mspmfa.providers.uses.FactorUses;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.keycloak.models.UserModel;

/** The MFA state of one user. */
public final class UserResource {
    private final AdminCall call;
    private final String id;

    UserResource(AdminCall call, String id) {
        this.call = call;
        this.id = id;
    }

    /** The user's status, and why a factor is or is not required. */
    @GET
    public Response get() {
        call.caller().requireViewUsers();
        UserModel user = user();
        call.caller().requireView(user);
        call.requireNoQuery();
        Policy policy = UserActions.policyOf(call, user);
        UserStatus status = new StatusQueries(call.session(), call.realm())
                .user(id, SecondFactors.typesFor(user, policy))
                .orElseThrow(UserResource::unknown)
                .judged(Administrators.include(user), mustHaveFactor(user));
        List<ProviderView> providers = new BrokerLinks(call.session(), call.realm())
                .of(user).stream()
                        .map(link -> ProviderView.of(link, policy.get(PolicyField.LOCAL_USERS_ONLY)))
                        .toList();
        List<SentenceView> why =
                SentenceView.of(new Explanation(call.session(), call.realm(), user, status).sentences(providers));
        List<FactorView> factors = FactorView.of(user, FactorUses.of(call.session(), call.realm(), user));
        List<DeviceView> devices = devices(user);
        UserView.Detailed view = UserView.of(status, policy, devices.size(), policy.get(PolicyField.GRACE_DAYS))
                .detailed(factors, providers, devices, why);
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private boolean mustHaveFactor(UserModel user) {
        return RealmPolicies.isManaged(call.realm())
                && UserPolicies.obligation(call.session(), call.realm(), user, false)
                                .kind()
                        == Obligation.Kind.REQUIRED;
    }

    /** Requires a second factor of this user individually, or stops requiring it (K19). */
    @PUT
    @Path("required")
    public Response require(InputStream body) {
        UserModel user = managedUser();
        RequestFields form = new RequestFields(
                RequestBody.object(call.session(), body, RequestBody.SMALL_BYTES), Set.of("required"));
        boolean required = form.flag("required");
        form.check();
        UserActions.on(call, user).require(required);
        return Response.noContent().build();
    }

    /**
     * Creates a link with which the user can set up a factor in any browser (K13 to K17). Any previous link becomes
     * invalid.
     */
    @POST
    @Path("enrolment-links")
    public Response link(InputStream body) {
        UserModel user = managedUser();
        call.caller().requireNotOneself(user);
        RequestFields form = new RequestFields(
                RequestBody.object(call.session(), body, RequestBody.SMALL_BYTES), Set.of("ttlSeconds"));
        int ttlSeconds = form.number(
                "ttlSeconds", EnrolmentLinks.MIN_SECONDS, EnrolmentLinks.MAX_SECONDS, EnrolmentLinks.MAX_SECONDS);
        form.check();
        EnrolmentLinks.Link link = UserActions.on(call, user).link(ttlSeconds);
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new LinkView(link.url().toString(), Moment.ofSeconds(link.expiresAtEpochSeconds())))
                .build();
    }

    /** Removes all factors of the user and ends all sessions (A55). */
    @POST
    @Path("reset")
    public Response reset(InputStream body) {
        UserModel user = managedUser();
        call.caller().requireReset(user);
        call.caller().requireNotOneself(user);
        RequestFields form = new RequestFields(
                RequestBody.object(call.session(), body, RequestBody.SMALL_BYTES),
                Set.of("reason", "identityProviders"));
        String reason = form.text("reason", UserActions.MAX_REASON);
        Reset.LinkChoice links = form.choice("identityProviders", Reset.LinkChoice.REMOVE);
        form.check();
        return UserReset.answer(UserActions.on(call, user).reset(reason, links));
    }

    private List<DeviceView> devices(UserModel user) {
        return RealmPolicies.isManaged(call.realm())
                ? devicesOf(user).trusted().stream().map(DeviceView::of).toList()
                : List.of();
    }

    private TrustedDevices devicesOf(UserModel user) {
        return new TrustedDevices(call.session(), call.realm(), user);
    }

    /** Forgets all trusted devices of the user. */
    @DELETE
    @Path("devices")
    public Response deleteDevices() {
        UserModel user = managedUser();
        int forgotten = devicesOf(user).revokeAll();
        if (forgotten > 0) {
            UserActions.on(call, user).recordForgotten(forgotten);
        }
        return Response.noContent().build();
    }

    /** Forgets one trusted device of the user. */
    @DELETE
    @Path("devices/{deviceId}")
    public Response deleteDevice(@PathParam("deviceId") String deviceId) {
        UserModel user = managedUser();
        if (!devicesOf(user).revoke(deviceId)) {
            throw Problem.of(ErrorCode.DEVICE_NOT_FOUND);
        }
        UserActions.on(call, user).recordForgotten(1);
        return Response.noContent().build();
    }

    /** Forgets the user's wrong codes, and ends the pause that they led to. */
    @DELETE
    @Path("lock")
    public Response unlock() {
        UserActions.on(call, managedUser()).unlock();
        return Response.noContent().build();
    }

    private UserModel managedUser() {
        call.caller().requireManageUsers();
        UserModel user = user();
        call.caller().requireManage(user);
        call.requireNoQuery();
        return user;
    }

    private UserModel user() {
        UserModel user = call.session().users().getUserById(call.realm(), id);
        if (user == null || ServiceAccounts.isServiceAccount(call.session(), call.realm(), user)) {
            throw unknown();
        }
        return user;
    }

    private static RuntimeException unknown() {
        return Problem.of(ErrorCode.USER_NOT_FOUND);
    }
}
