// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import io.mspmfa.providers.admin.query.RealmScope;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * A page of the records of many realms, newest first, in one statement.
 *
 * @param realms where to look
 * @param byAdministrators whether only what administrators do
 * @param after where the page goes on; null for the first page
 * @param max how many at most
 */
public record ActivityAcross(
        RealmScope realms,
        boolean byAdministrators,
        @Nullable Place after,
        int max) {
    private static final String EARLIER = "(a.doneAt < :at or (a.doneAt = :at and (a.realmId < :realm"
            + " or (a.realmId = :realm and a.seq < :seq))))";

    /**
     * Something that was done, and where.
     *
     * @param realmId the id of the realm
     * @param deed as in the realm's own record
     */
    public record Found(String realmId, Place place, ActivityView deed) {}

    /**
     * Where a record stands among those of all realms.
     *
     * @param at when it was done, in seconds since the epoch
     * @param seq its number in the realm's record
     */
    public record Place(long at, long seq, String realmId) {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,12})\\.(\\d{1,18})\\.(.{1,36})");

        /** The text form, which is opaque to callers. */
        public String text() {
            return at + "." + seq + "." + realmId;
        }

        /** Reads a text form; empty if it isn't one. */
        public static Optional<Place> read(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches()
                    ? Optional.of(
                            new Place(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
                    : Optional.empty();
        }
    }

    public List<Found> run(KeycloakSession session) {
        ActivityHql hql = new ActivityHql()
                .where(realms.condition().formatted("a.realmId"))
                .byAdministrators(byAdministrators);
        realms.parameters().forEach(hql::with);
        if (after != null) {
            hql.where(EARLIER)
                    .with("at", after.at())
                    .with("realm", after.realmId())
                    .with("seq", after.seq());
        }
        return hql.ordered(session, "a.doneAt desc, a.realmId desc, a.seq desc")
                .setMaxResults(max)
                .getResultStream()
                .map(ActivityAcross::found)
                .toList();
    }

    private static Found found(Tuple row) {
        String realmId = row.get("realmId", String.class);
        Place place = new Place(row.get("doneAt", Long.class), row.get("seq", Long.class), realmId);
        return new Found(realmId, place, ActivityView.of(row));
    }
}
