// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.CountedPage;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import io.mspmfa.providers.admin.policies.GraceDays;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** The MFA status of a realm's users. */
public final class UsersResource {
    private static final int MAX_PAGE = 500;

    private final AdminCall call;

    public UsersResource(AdminCall call) {
        this.call = call;
    }

    /**
     * A page of users without service accounts. Query: {@code search} (a part of the name or the e-mail address),
     * {@code enrolled} (only users who have, or don't have, a second factor), {@code method} (only users who have it),
     * {@code state} (a word of {@link UserState}), {@code admin} (only users who may, or may not, administer the realm),
     * {@code backupCodesBelow} (1 to 20), {@code sort} (a word of {@link StatusOrder.Key}), {@code order} ({@code asc} or
     * {@code desc}), {@code total} (whether to count them all), {@code after} (the cursor of the previous page),
     * {@code max} (at most 500).
     */
    @GET
    public Response list() {
        call.caller().requireViewUsers();
        return Response.ok(page(filter()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private StatusFilter filter() {
        Query query = call.query(
                "search",
                "enrolled",
                "method",
                "state",
                "admin",
                "backupCodesBelow",
                "sort",
                "order",
                "total",
                "after",
                "max");
        String after = query.raw("after");
        String state = query.optionalWord("state", UserState.words());
        int codesBelow = query.number("backupCodesBelow", 1, StatusFilter.MOST_BACKUP_CODES, 0);
        return new StatusFilter(
                query.text("search"),
                query.optionalFlag("enrolled"),
                query.optionalWord(
                        "method",
                        Arrays.stream(Method.values()).map(Method::json).toList()),
                state == null ? null : UserState.of(state),
                query.optionalFlag("admin"),
                codesBelow == 0 ? null : codesBelow,
                new StatusOrder(
                        StatusOrder.Key.of(query.word("sort", "username", StatusOrder.Key.words())),
                        query.isDescending()),
                query.flag("total"),
                after == null || after.isEmpty() ? null : after,
                query.number("max", 1, MAX_PAGE, StatusFilter.DEFAULT_MAX));
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
        TrustedDevices devices =
                TrustedDevices.of(call.session(), policy.get(PolicyField.REMEMBER_DEVICE) ? page.items() : List.of());
        return new CountedPage<>(
                page.items().stream()
                        .map(user -> UserView.of(user, policy, devices.count(user, policy), graceDays))
                        .toList(),
                page.total(),
                page.next());
    }
}
