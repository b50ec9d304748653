// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.devices.TrustedDevice;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.CountedPage;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import io.mspmfa.providers.admin.policies.GraceDays;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.CurrentTerms;
import io.mspmfa.providers.devices.DeviceRows;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The MFA status of a realm's users. */
public final class UsersResource {
    private static final int MAX_PAGE = 500;

    private final AdminCall call;

    public UsersResource(AdminCall call) {
        this.call = call;
    }

    /**
     * A page of users, ordered by name, without service accounts. Query: {@code search} (a part of the name or the e-mail
     * address), {@code enrolled} (only users who have, or don't have, a second factor), {@code method} (only users who have
     * it), {@code state} (a word of {@link UserState}), {@code total}
     * (whether to count them all), {@code after} (the cursor of the previous page), {@code max} (at most 500).
     */
    @GET
    public Response list() {
        call.caller().requireViewUsers();
        Query query = call.query("search", "enrolled", "method", "state", "total", "after", "max");
        String after = query.raw("after");
        String state = query.optionalWord("state", UserState.words());
        StatusFilter filter = new StatusFilter(
                query.text("search"),
                query.optionalFlag("enrolled"),
                query.optionalWord(
                        "method",
                        Arrays.stream(Method.values()).map(Method::json).toList()),
                state == null ? null : UserState.of(state),
                query.flag("total"),
                after == null || after.isEmpty() ? null : after,
                query.number("max", 1, MAX_PAGE, StatusFilter.DEFAULT_MAX));
        return Response.ok(page(filter), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** One user. */
    @Path("{id}")
    public UserResource user(@PathParam("id") String id) {
        return new UserResource(call, id);
    }

    private CountedPage<UserView> page(StatusFilter filter) {
        StatusPage page;
        try {
            page = new StatusQueries(call.session(), call.realm())
                    .page(filter, call.caller().visibleUsers());
        } catch (IllegalArgumentException e) {
            if (filter.after() == null) {
                throw e;
            }
            throw Problem.invalid("after", FieldFault.NOT_CURSOR);
        }
        Policy policy = RealmPolicies.of(call.realm());
        int graceDays = GraceDays.daysOf(call.realm());
        Map<String, Long> devices = devices(policy, page);
        return new CountedPage<>(
                page.items().stream()
                        .map(user -> UserView.of(
                                user,
                                policy,
                                devices.getOrDefault(user.id(), 0L).intValue(),
                                graceDays))
                        .toList(),
                page.total(),
                page.next());
    }

    /**
     * According to the realm's policy: that of each user would take a statement for each, and so would what each user has
     * now, so devices that another password or factor has ended are still counted.
     */
    private Map<String, Long> devices(Policy policy, StatusPage page) {
        if (!policy.get(PolicyField.REMEMBER_DEVICE) || page.items().isEmpty()) {
            return Map.of();
        }
        long now = ServerTime.seconds();
        long oldest = TrustedDevice.expiry(now, -policy.get(PolicyField.REMEMBER_DEVICE_DAYS)) + 1;
        long since = Math.max(oldest, CurrentTerms.since(call.realm()));
        List<String> users = page.items().stream().map(UserStatus::id).toList();
        return new DeviceRows(call.session()).count(call.realm().getId(), users, since, now);
    }
}
