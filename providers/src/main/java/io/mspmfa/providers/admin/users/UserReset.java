// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.resets.Reset;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** Resets a user (A55). The caller's rights must have been checked before. */
final class UserReset {
    private final AdminCall call;
    private final UserModel user;

    UserReset(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    /**
     * Removes all factors of the user and ends all sessions.
     *
     * @param links what is to become of linked accounts
     * @param counting the types of credentials that count as a factor under the user's policy
     */
    Reset.Removed run(String reason, Reset.LinkChoice links, Collection<String> counting) {
        Reset.Removed removed = Reset.of(call.session(), call.realm(), user, links);
        Notifications.factorsReset(call.session(), call.realm(), user, removed.unlinked());
        boolean wasEnrolled = removed.factors().stream().anyMatch(counting::contains);
        record(removed, wasEnrolled, reason);
        return removed;
    }

    private void record(Reset.Removed removed, boolean wasEnrolled, String reason) {
        List<String> before = Stream.concat(removed.unlinked().stream(), removed.linked().stream())
                .toList();
        call.trail()
                .record(
                        call.realm(),
                        OperationType.ACTION,
                        AdminCall.ROOT + "/users/" + user.getId() + "/reset",
                        new UserChanges.BeforeReset(wasEnrolled, removed.factors(), removed.sessions(), before),
                        new UserChanges.AfterReset(false, 0, removed.linked(), reason),
                        Act.of(Deed.RESET)
                                .about(Activity.person(user))
                                .because(reason)
                                .with("credentials", removed.factors())
                                .with("sessions", removed.sessions())
                                .with("identityProviders", removed.unlinked()));
    }

    /** What the call answers: what became of linked accounts, if there are any. */
    static Response answer(Reset.Removed removed) {
        if (removed.unlinked().isEmpty() && removed.linked().isEmpty()) {
            return Response.noContent().build();
        }
        Answer answer = new Answer(new Providers(removed.unlinked(), removed.linked()));
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** What became of the user's accounts at identity providers. */
    record Answer(Providers identityProviders) {}

    /**
     * @param removed the aliases of the providers whose accounts were unlinked
     * @param kept those whose accounts are still linked
     */
    record Providers(List<String> removed, List<String> kept) {}
}
