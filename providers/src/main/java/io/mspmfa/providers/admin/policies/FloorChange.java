// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import io.mspmfa.providers.policy.Floors;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/**
 * A change of floors, as a call asks for it.
 *
 * @param floor what the call names
 * @param merge whether fields that it doesn't name stay as they are, and none becomes weaker
 * @param replace whether a merge may make fields weaker
 * @param force whether to set the floor even if nobody could sign in any more
 * @param revokeSessions whether all users have to sign in again
 */
public record FloorChange(PolicyLayer floor, boolean merge, boolean replace, boolean force, boolean revokeSessions) {
    /** How a call that changes floors says it. */
    public static Function<PolicyLayer, FloorChange> asked(AdminCall call) {
        Query query = call.query("merge", "replace", "force", "revokeSessions");
        return floor -> new FloorChange(
                floor, query.flag("merge"), query.flag("replace"), query.flag("force"), query.flag("revokeSessions"));
    }

    /** How a call that previews a change says it. */
    public static Function<PolicyLayer, FloorChange> previewed(AdminCall call, String... further) {
        Query query = previewQuery(call, further);
        return floor -> new FloorChange(floor, query.flag("merge"), query.flag("replace"), false, false);
    }

    /**
     * The query of a call that previews a change: without what a preview doesn't depend on.
     *
     * @param further parameters that the call has besides
     */
    static Query previewQuery(AdminCall call, String... further) {
        return call.query(
                Stream.concat(Stream.of("merge", "replace"), Stream.of(further)).toArray(String[]::new));
    }

    /** Sets the floor of the realm that is being written. */
    public void apply(PolicyWrite write) {
        write.change(this);
        if (revokeSessions) {
            write.revokeSessions();
        }
    }

    /** The floor that the realm would have. */
    PolicyLayer result(RealmModel realm) {
        return merge
                ? Floors.text(realm)
                        .map(PolicyDocument::readStored)
                        .map(floor::over)
                        .orElse(floor)
                : floor;
    }

    /** The fields for which the change would be refused: those that a merge would weaken. */
    List<FieldProblem> refused(RealmModel realm) {
        return merge && !replace ? Floors.layer(realm).map(floor::weakerThan).orElse(List.of()) : List.of();
    }

    /** Refuses a merge that would weaken the floor. */
    void check(RealmModel realm) {
        List<FieldProblem> weaker = refused(realm);
        if (!weaker.isEmpty()) {
            throw Problem.of(ErrorCode.WEAKER_THAN_BEFORE, weaker);
        }
    }
}
