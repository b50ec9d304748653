// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.Act.Person;
import io.mspmfa.core.activity.ActText;
import io.mspmfa.providers.admin.call.Moment;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, as the REST API shows it.
 *
 * @param seq its number in the realm's record
 * @param at when
 * @param what the code of a deed
 * @param by who did it; null if it was the extension, or if nobody knows
 * @param user whom it is about; null if it is about the realm
 * @param reason the reason given for it; null if there is none
 * @param details particulars by name
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActivityView(
        long seq,
        String at,
        String what,
        @Nullable Actor by,
        @Nullable Person user,
        @Nullable String reason,
        ObjectNode details) {

    /** @param row as {@link ActivityHql} selects it */
    static ActivityView of(Tuple row) {
        ActText.Told told = ActText.read(row.get("content", String.class));
        String userId = row.get("userId", String.class);
        String username = told.username() == null ? "" : told.username();
        return new ActivityView(
                row.get("seq", Long.class),
                Moment.ofSeconds(row.get("doneAt", Long.class).longValue()),
                row.get("what", String.class),
                told.by(),
                userId == null ? null : new Person(userId, username),
                told.reason(),
                told.details());
    }
}
