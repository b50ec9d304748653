// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.activity.ActivityCheck;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done in the realm, for everyone who may see its users (X14). */
public final class ActivityResource {
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;

    private final AdminCall call;

    /** @param call the call, whose caller has not been checked */
    public ActivityResource(AdminCall call) {
        this.call = call;
    }

    /** A page, newest first. Query: {@code user} (an id), {@code byAdministrators}, {@code after} (a number), {@code max} (at most 500). */
    @GET
    public Response list() {
        call.caller().requireViewUsers();
        Query query = call.query("user", "byAdministrators", "after", "max");
        int max = query.number("max", 1, MAX_PAGE, DEFAULT_PAGE);
        ActivityQuery page =
                new ActivityQuery(query.text("user"), query.flag("byAdministrators"), after(query), max + 1);
        List<ActivityView> found = page.run(call, call.caller().visibleUsers());
        List<ActivityView> items = found.subList(0, Math.min(max, found.size()));
        String next =
                found.size() <= max ? null : Long.toString(items.get(max - 1).seq());
        return Response.ok(new Page<>(items, next), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static @Nullable Long after(Query query) {
        String after = query.text("after");
        if (after == null) {
            return null;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.invalid("after", FieldFault.NOT_CURSOR);
        }
        return Long.valueOf(after);
    }

    /** Whether the record is as it was written, from end to end. */
    @GET
    @Path("check")
    public Response check() {
        call.caller().requireViewUsers();
        call.requireNoQuery();
        ActivityCheck.Finding found =
                ActivityCheck.run(call.session(), call.realm().getId());
        return Response.ok(found, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
