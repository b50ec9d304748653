// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.query.VisibleUsers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a realm's record, newest first, in one statement.
 *
 * @param user the id of the user whom it is about; null for everything
 * @param byAdministrators whether only what administrators do
 * @param after the number that the page goes on from; null for the first page
 * @param max how many at most
 */
record ActivityQuery(
        @Nullable String user,
        boolean byAdministrators,
        @Nullable Long after,
        int max) {

    /** @param visible the users whom the caller may see; whoever may not see all sees nothing about the realm itself */
    List<ActivityView> run(AdminCall call, VisibleUsers visible) {
        ActivityHql hql = new ActivityHql()
                .where("a.realmId = :realm")
                .with("realm", call.realm().getId())
                .where(visible.condition("a.userId"))
                .byAdministrators(byAdministrators);
        if (user != null) {
            hql.where("a.userId = :user").with("user", user);
        }
        if (after != null) {
            hql.where("a.seq < :after").with("after", after);
        }
        return visible.bind(hql.ordered(call.session(), "a.seq desc"))
                .setMaxResults(max)
                .getResultStream()
                .map(ActivityView::of)
                .toList();
    }
}
