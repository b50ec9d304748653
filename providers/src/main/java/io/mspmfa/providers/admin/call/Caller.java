// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.providers.admin.query.EvaluatedPermissions;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.roles.ResellerRoles;
import jakarta.ws.rs.ForbiddenException;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The caller, and what the caller may do in a realm. There are two kinds: resellers have a token of master and a role
 * on the realm's admin client there; a tenant's administrators have a token of the realm itself and Keycloak's standard
 * roles. A custom role in the tenant's own realm would not protect anything, since anyone with manage-users could grant
 * it to themselves (RolePermissions guards only the standard names).
 */
public final class Caller {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    Caller(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
    }

    /** May read the policy, the floor and where each value comes from. */
    public void requireViewPolicy() {
        require(canViewPolicy());
    }

    /** Whether {@link #requireViewPolicy} accepts the caller. */
    public boolean canViewPolicy() {
        return isResellerViewing() || (isOfRealm() && mayViewPolicy());
    }

    /** May write the realm's own policy. */
    public void requireWritePolicy() {
        require(canWritePolicy());
    }

    /** Whether {@link #requireWritePolicy} accepts the caller. */
    public boolean canWritePolicy() {
        return isResellerManaging() || (isOfRealm() && auth.realm().canManageRealm());
    }

    /** May write the floor, which only the reseller may do. */
    public void requireWriteFloor() {
        require(isResellerManaging());
    }

    /**
     * May read the MFA status of users, as far as {@link #visibleUsers} goes. Also called before a user is looked up, so
     * that a caller who may see no users can't find out which ones exist.
     */
    public void requireViewUsers() {
        require(canViewUsers());
    }

    /** Whether {@link #requireViewUsers} accepts the caller. */
    public boolean canViewUsers() {
        return isResellerViewing() || (isOfRealm() && (auth.users().canView() || mayBeAllowedOneByOne()));
    }

    /**
     * Whom lists and numbers contain. Without fine-grained permissions, and for callers who have one of Keycloak's roles
     * for all users, this takes no SQL.
     */
    public VisibleUsers visibleUsers() {
        boolean judgesEach = hasPermissions() && !auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
        return judgesEach && !isResellerViewing() ? EvaluatedPermissions.of(session, realm) : VisibleUsers.ALL;
    }

    /** May read the MFA status of one user. */
    public void requireView(UserModel user) {
        require(canView(user));
    }

    /** Whether {@link #requireView} accepts the caller. */
    public boolean canView(UserModel user) {
        return isResellerViewing() || (isOfRealm() && auth.users().canView(user));
    }

    /** Called before a user is looked up in order to be changed. */
    public void requireManageUsers() {
        require(canManageUsers());
    }

    /** Whether {@link #requireManageUsers} accepts the caller. */
    public boolean canManageUsers() {
        return isResellerManaging() || (isOfRealm() && (auth.users().canManage() || mayBeAllowedOneByOne()));
    }

    /** May change the MFA state of one user. */
    public void requireManage(UserModel user) {
        require(isResellerManaging() || (isOfRealm() && auth.users().canManage(user)));
    }

    /** May remove a user's factors: with fine-grained permissions, this is a separate right (P14). */
    public void requireReset(UserModel user) {
        require(isResellerManaging() || (isOfRealm() && auth.users().canResetPassword(user)));
    }

    /**
     * If callers could reset their own account or create a link for it, a stolen session would let a thief set up a
     * factor.
     */
    public void requireNotOneself(UserModel user) {
        if (user.getId().equals(auth.adminAuth().getUser().getId())) {
            throw Problem.of(ErrorCode.NOT_ONESELF);
        }
    }

    /** May create realms. */
    public void requireCreateRealm() {
        require(canCreateRealm());
    }

    /** Whether {@link #requireCreateRealm} accepts the caller. */
    public boolean canCreateRealm() {
        return RealmManager.isAdministrationRealm(auth.adminAuth().getRealm())
                && auth.adminAuth().hasRealmRole(AdminRoles.CREATE_REALM);
    }

    /** Whether the caller acts for the reseller, who may write the floor. */
    public boolean isResellerManaging() {
        return hasResellerRole(ResellerRoles.MANAGE);
    }

    /** Whether the caller acts for the reseller, at least to look. */
    public boolean isResellerViewing() {
        return hasResellerRole(ResellerRoles.VIEW) || isResellerManaging();
    }

    private boolean hasResellerRole(String role) {
        ClientModel client = realm.getMasterAdminClient();
        return RealmManager.isAdministrationRealm(auth.adminAuth().getRealm())
                && client != null
                && auth.adminAuth().hasAppRole(client, role);
    }

    /**
     * The standard roles count only with a token of the realm itself: a reseller's must not give access to a tenant.
     */
    private boolean isOfRealm() {
        return auth.adminAuth().getRealm().getId().equals(realm.getId());
    }

    private boolean mayViewPolicy() {
        return auth.realm().canViewRealm()
                || auth.realm().canManageRealm()
                || auth.users().canView();
    }

    /** With Keycloak's fine-grained permissions, a caller may be allowed to see or manage only some users. */
    private boolean mayBeAllowedOneByOne() {
        return hasPermissions() && auth.users().canQuery();
    }

    /** Whether the realm has permissions for single users, in the version that Keycloak judges queries by. */
    private boolean hasPermissions() {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }
}
