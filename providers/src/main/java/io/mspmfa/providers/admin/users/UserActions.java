// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.resets.Reset;
import io.mspmfa.providers.users.UserRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/**
 * What administrators do for one user, by a call or by a line of a list: with the same checks, and recorded in the same
 * way. Each throws the error of the call if it is refused.
 */
public final class UserActions {
    /** The longest reason for a reset, in characters. */
    public static final int MAX_REASON = 500;

    private final AdminCall call;
    private final UserModel user;

    private UserActions(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    /**
     * The actions for a user.
     *
     * @param user whom the caller must be allowed to change
     * @throws jakarta.ws.rs.ForbiddenException if the caller isn't
     */
    public static UserActions on(AdminCall call, UserModel user) {
        call.caller().requireManageUsers();
        call.caller().requireManage(user);
        return new UserActions(call, user);
    }

    /**
     * Requires a second factor of this user individually, or stops requiring it (K19).
     *
     * @return whether that has changed anything
     */
    public boolean require(boolean required) {
        requireManagedRealm();
        if (!required) {
            call.caller().requireNotOneself(user);
        }
        return new UserRequirement(call, user).set(required);
    }

    /**
     * Creates a link with which the user can set up a factor in any browser (K13 to K17). Any previous link becomes
     * invalid.
     */
    public EnrolmentLinks.Link link(int ttlSeconds) {
        call.caller().requireNotOneself(user);
        requireManagedRealm();
        refuseUselessLink();
        EnrolmentLinks.Link link = EnrolmentLinks.create(call.session(), call.realm(), user, ttlSeconds);
        String expiresAt = Moment.ofSeconds(link.expiresAtEpochSeconds());
        record(
                OperationType.CREATE,
                "enrolment-links",
                null,
                new UserChanges.LinkMade(expiresAt),
                act(Deed.LINK_CREATED).with("expiresAt", expiresAt));
        return link;
    }

    private void refuseUselessLink() {
        if (!user.isEnabled()) {
            throw Problem.of(ErrorCode.USER_DISABLED);
        }
        if (SecondFactors.exist(user, policyOf(call, user))) {
            throw Problem.of(ErrorCode.ALREADY_ENROLLED);
        }
        if (UserPolicies.obligation(call.session(), call.realm(), user, false).kind() == Obligation.Kind.NONE) {
            throw Problem.of(ErrorCode.MFA_OFF);
        }
    }

    /**
     * Removes all factors of the user and ends all sessions (A55).
     *
     * @param reason of at most {@value #MAX_REASON} characters
     */
    public Reset.Removed reset(String reason, Reset.LinkChoice links) {
        call.caller().requireReset(user);
        call.caller().requireNotOneself(user);
        return new UserReset(call, user).run(reason, links, SecondFactors.typesFor(user, policyOf(call, user)));
    }

    /**
     * Forgets the wrong codes of the user and ends the pause that they led to, as well as Keycloak's own count of them.
     * Recorded if there was anything to forget: whoever unlocks somebody between guesses leaves a trace.
     */
    public void unlock() {
        call.caller().requireNotOneself(user);
        boolean locked = new StatusQueries(call.session(), call.realm())
                .user(user.getId(), List.of())
                .filter(status -> status.record().isLocked(ServerTime.seconds()))
                .isPresent();
        boolean counted = Attempts.forget(call.session(), call.realm().getId(), user.getId());
        boolean detected = call.session().loginFailures().getUserLoginFailure(call.realm(), user.getId()) != null;
        call.session().loginFailures().removeUserLoginFailure(call.realm(), user.getId());
        UserRecords.unlocked(call.session(), call.realm().getId(), user.getId());
        if (locked || counted || detected) {
            record(
                    OperationType.DELETE,
                    "lock",
                    new UserChanges.Lock(locked),
                    new UserChanges.Lock(false),
                    act(Deed.UNLOCKED));
        }
    }

    /** The policy that holds for a user. */
    static Policy policyOf(AdminCall call, UserModel user) {
        return RealmPolicies.isManaged(call.realm())
                ? UserPolicies.of(call.session(), call.realm(), user)
                : RealmPolicies.of(call.realm());
    }

    private void requireManagedRealm() {
        if (!RealmPolicies.isManaged(call.realm())) {
            throw Problem.of(ErrorCode.NOT_MANAGED);
        }
    }

    /** Records that devices of the user are no longer trusted. */
    void recordForgotten(int devices) {
        record(
                OperationType.DELETE,
                "devices",
                new UserChanges.Devices(devices),
                new UserChanges.Devices(0),
                act(Deed.DEVICES_CLEARED).with("devices", devices));
    }

    private Act act(Deed what) {
        return Act.of(what).about(Activity.person(user));
    }

    private void record(OperationType operation, String what, @Nullable Object before, Object after, Act act) {
        String path = AdminCall.ROOT + "/users/" + user.getId() + "/" + what;
        call.trail().record(call.realm(), operation, path, before, after, act);
    }
}
