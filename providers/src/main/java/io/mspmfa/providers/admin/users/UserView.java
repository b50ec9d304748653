// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.users.UserRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;

/** A user as the REST shows one: never a secret, a code or a hash. */
final class UserView {
    private UserView() {}

    /**
     * The fields that a user has in lists.
     *
     * @param graceDays the days of grace of the policy that holds
     */
    static ObjectNode of(UserStatus user, int graceDays) {
        UserRecord record = user.record();
        List<String> methods = user.methods();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("id", user.id());
        view.put("username", user.username());
        view.put("email", user.email());
        view.put("enabled", user.enabled());
        view.put("enrolled", user.isEnrolled());
        ArrayNode list = view.putArray("methods");
        methods.forEach(list::add);
        view.put("primaryMethod", methods.isEmpty() ? null : methods.get(0));
        view.put(
                "backupCodesRemaining",
                user.backupCodesRemaining().isPresent()
                        ? Integer.valueOf(user.backupCodesRemaining().getAsInt())
                        : null);
        view.put("devices", 0);
        view.put("required", record.required());
        view.put("graceEndsAt", user.isEnrolled() ? null : graceEnd(record.grace(graceDays)));
        view.put("lastChallengeAt", Moment.ofSeconds(record.lastChallenge()));
        view.put("lastChallengeMethod", record.lastMethod());
        view.put("locked", record.isLocked(Time.currentTimeSeconds()));
        return view;
    }

    /** Null where grace has not begun or has ended. */
    private static @Nullable String graceEnd(GracePeriod grace) {
        return grace.isOver(Time.currentTimeSeconds()) ? null : Moment.ofSeconds(grace.end());
    }
}
