// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.me;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Caller;
import io.mspmfa.providers.admin.tenants.Portfolio;
import io.mspmfa.providers.branding.Brands;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.managers.RealmManager;

/**
 * What a caller may do, by the same checks that the calls make. In {@code master}, {@link #VIEW}, {@link #MANAGE} and
 * {@link #FLOOR} are about tenants, and the rights of the team about master's own users.
 */
enum Right {
    /** See who is protected. */
    VIEW("view") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return tenants != null ? !tenants.isEmpty() : caller.canViewUsers();
        }
    },
    /** Require a factor of users, reset them, send links, forget devices. */
    MANAGE("manage") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return tenants != null ? tenants.isManagedInPart() : caller.canManageUsers();
        }
    },
    /** Set floors. */
    FLOOR("floor") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return tenants != null ? tenants.isManagedInPart() : caller.isResellerManaging();
        }
    },
    /** See the realm's policy. */
    VIEW_POLICY("viewPolicy") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return caller.canViewPolicy();
        }
    },
    /** Set the realm's own policy. */
    POLICY("policy") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return caller.canWritePolicy();
        }
    },
    /** Set a brand. */
    BRANDING("branding") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return caller.canWritePolicy()
                    && (tenants != null
                            || caller.isResellerManaging()
                            || Brands.inherited(call.realm()).says(BrandField.TENANT_MAY_CHANGE));
        }
    },
    /** Create a tenant. */
    CREATE_TENANT("createTenant") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return tenants != null && caller.canCreateRealm();
        }
    },
    /** See who of the reseller's own staff is protected. */
    VIEW_TEAM("viewTeam") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return tenants != null && caller.canViewUsers();
        }
    },
    /** Do with the reseller's own staff what {@link #MANAGE} does with users of tenants. */
    MANAGE_TEAM("manageTeam") {
        @Override
        boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants) {
            return tenants != null && caller.canManageUsers();
        }
    };

    private final String word;

    Right(String word) {
        this.word = word;
    }

    /** The rights of whoever makes the call. */
    static List<String> of(AdminCall call) {
        Caller caller = call.caller();
        Portfolio tenants = RealmManager.isAdministrationRealm(call.realm())
                ? Portfolio.of(call.auth().adminAuth())
                : null;
        return Arrays.stream(values())
                .filter(right -> right.isIn(call, caller, tenants))
                .map(right -> right.word)
                .toList();
    }

    /** @param tenants those that the caller sees, in {@code master}; null in other realms */
    abstract boolean isIn(AdminCall call, Caller caller, @Nullable Portfolio tenants);
}
