// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.providers.roles.ResellerRoles;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Who calls, and what that one may do in a realm. There are two kinds: a reseller, who comes with a token of master and
 * a role on the realm's admin client there, and a tenant's admin, who comes with a token of the realm itself and
 * Keycloak's standard roles. A custom role on the tenant's own side would be no protection: whoever has manage-users
 * could take it (RolePermissions guards only the standard names).
 */
public final class Caller {
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    Caller(RealmModel realm, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.auth = auth;
    }

    /** Reads policy, floor and where each value comes from. */
    public void requireViewPolicy() {
        require(isResellerViewing() || (isOfRealm() && mayViewPolicy()));
    }

    /** Writes the realm's own policy. */
    public void requireWritePolicy() {
        require(isResellerManaging() || (isOfRealm() && auth.realm().canManageRealm()));
    }

    /** Writes the floor, which is the reseller's alone. */
    public void requireWriteFloor() {
        require(isResellerManaging());
    }

    /** Reads the MFA status of all users. */
    public void requireViewUsers() {
        require(isResellerViewing() || (isOfRealm() && auth.users().canView()));
    }

    /** Comes before a user is looked up, so that who may see no user learns of none. */
    public void requireLookUp() {
        require(isResellerViewing() || (isOfRealm() && (auth.users().canView() || mayBeAllowedOneByOne())));
    }

    /** Reads the MFA status of one user. */
    public void requireView(UserModel user) {
        require(isResellerViewing() || (isOfRealm() && auth.users().canView(user)));
    }

    /** Comes before a user is looked up for a change. */
    public void requireManageUsers() {
        require(isResellerManaging() || (isOfRealm() && (auth.users().canManage() || mayBeAllowedOneByOne())));
    }

    /** Changes the MFA state of one user. */
    public void requireManage(UserModel user) {
        require(isResellerManaging() || (isOfRealm() && auth.users().canManage(user)));
    }

    /** Takes the factors off one user: with fine-grained permissions a right of its own (P14). */
    public void requireReset(UserModel user) {
        require(isResellerManaging() || (isOfRealm() && auth.users().canResetPassword(user)));
    }

    /** A reset or a link for oneself would turn a stolen session into a factor of the thief's. */
    public void requireNotOneself(UserModel user) {
        if (user.getId().equals(auth.adminAuth().getUser().getId())) {
            throw Problem.of(
                    Response.Status.FORBIDDEN,
                    "not_oneself",
                    "You can't do this for your own account. Ask another administrator.");
        }
    }

    /** Whether the caller may write the floor. */
    public boolean isResellerManaging() {
        return hasResellerRole(ResellerRoles.MANAGE);
    }

    private boolean isResellerViewing() {
        return hasResellerRole(ResellerRoles.VIEW) || isResellerManaging();
    }

    private boolean hasResellerRole(String role) {
        ClientModel client = realm.getMasterAdminClient();
        return RealmManager.isAdministrationRealm(auth.adminAuth().getRealm())
                && client != null
                && auth.adminAuth().hasAppRole(client, role);
    }

    /** The standard roles count only with a token of the realm itself: those of a reseller must not open a tenant. */
    private boolean isOfRealm() {
        return auth.adminAuth().getRealm().getId().equals(realm.getId());
    }

    private boolean mayViewPolicy() {
        return auth.realm().canViewRealm()
                || auth.realm().canManageRealm()
                || auth.users().canView();
    }

    /** With Keycloak's fine-grained permissions somebody may see or manage some users and not others. */
    private boolean mayBeAllowedOneByOne() {
        return realm.isAdminPermissionsEnabled() && auth.users().canQuery();
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }
}
