// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.users.RequiredBy;
import io.mspmfa.providers.users.UserRecord;
import io.mspmfa.providers.users.UserRecords;
import java.util.List;
import java.util.Locale;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;

/** Whether a factor is required of one user (K19). The caller's rights must have been checked before. */
final class UserRequirement {
    private final AdminCall call;
    private final UserModel user;

    UserRequirement(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    /**
     * Sets the caller's own requirement.
     *
     * @return whether that has changed anything
     */
    boolean set(boolean required) {
        UserRecords records = new UserRecords(call.session(), call.realm());
        UserRecord record = records.find(user).orElse(UserRecord.NONE);
        List<RequiredBy> mine = sides(required);
        if (!required && !mine.contains(RequiredBy.RESELLER) && record.isRequiredBy(RequiredBy.RESELLER)) {
            throw Problem.of(ErrorCode.REQUIRED_BY_RESELLER);
        }
        List<RequiredBy> changed =
                mine.stream().filter(by -> record.isRequiredBy(by) != required).toList();
        for (RequiredBy by : changed) {
            records.setRequired(user, by, required);
            record(by, !required, required);
        }
        return !changed.isEmpty();
    }

    /** On whose side the caller is. The reseller's own realm has one side only: nobody there is held by the other. */
    private List<RequiredBy> sides(boolean required) {
        if (RealmManager.isAdministrationRealm(call.realm())) {
            return required ? List.of(RequiredBy.TENANT) : List.of(RequiredBy.values());
        }
        return List.of(call.caller().isResellerManaging() ? RequiredBy.RESELLER : RequiredBy.TENANT);
    }

    private void record(RequiredBy by, boolean before, boolean required) {
        call.trail()
                .record(
                        call.realm(),
                        OperationType.UPDATE,
                        AdminCall.ROOT + "/users/" + user.getId() + "/required",
                        new UserChanges.Required(by, before),
                        new UserChanges.Required(by, required),
                        Act.of(required ? Deed.REQUIRED_SET : Deed.REQUIRED_CLEARED)
                                .about(Activity.person(user))
                                .with("by", by.name().toLowerCase(Locale.ROOT)));
    }
}
