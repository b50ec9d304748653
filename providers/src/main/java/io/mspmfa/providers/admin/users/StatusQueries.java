// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.admin.policies.GraceDays;
import io.mspmfa.providers.admin.query.AdminUsers;
import io.mspmfa.providers.admin.query.CountingFactors;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.admin.summary.CountedRealm;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.users.UserRecord;
import io.mspmfa.providers.users.UserRecords;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Which users of a realm have set up what. A page takes three SQL statements whatever its size, and never reads a
 * secret: one for users in Keycloak's own table, one for users of federated directories about whom something is stored,
 * and one for the credentials of the users on the page. Up to four more find out who
 * may administer the realm, two or more which roles the policy names, and counting all users takes two more. The caller's rights must have been checked before.
 */
final class StatusQueries {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager em;
    private final AdminUsers administrators;
    private final Duties duties;

    /** The users of a realm. */
    StatusQueries(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.administrators = AdminUsers.of(em, realm);
        this.duties = new Duties(session, em, List.of(CountedRealm.of(realm)));
    }

    /**
     * A page of the list. For callers who may see only some users, it leaves out those of federated directories.
     *
     * @param visible whom the caller may see
     * @throws IllegalArgumentException if the cursor can't be parsed
     */
    StatusPage page(StatusFilter filter, VisibleUsers visible) {
        StatusCursor cursor = filter.after() == null ? StatusCursor.START : StatusCursor.parse(filter.after());
        if (filter.method() != null && typesOf(filter.method()).isEmpty()) {
            return new StatusPage(List.of(), filter.total() ? 0L : null, null);
        }
        String realmId = realm.getId();
        List<UserStatus> local = read(UserSelection.local(realmId).visible(visible), filter, cursor.local());
        List<UserStatus> federated =
                visible.areAll() ? read(UserSelection.federated(realmId), filter, cursor.federated()) : List.of();
        StatusPage page = StatusPage.merged(local, federated, filter.order().comparator(), cursor, filter.max());
        return new StatusPage(withCredentials(page.items()), total(filter, visible), page.next());
    }

    /**
     * One user; empty if there is no user with this id, or it is a service account.
     *
     * @param factorTypes the types of credential that count for the user
     */
    Optional<UserStatus> user(String id, List<String> factorTypes) {
        List<UserStatus> found = StorageId.isLocalStorage(id)
                ? UserSelection.local(realm.getId()).withId(id).read(em, StatusOrder.BY_NAME, 1)
                : federatedUser(id);
        return CredentialFacts.add(em, Set.of(realm.getId()), found, user -> factorTypes).stream()
                .findFirst();
    }

    private List<UserStatus> federatedUser(String id) {
        UserModel user = session.users().getUserById(realm, id);
        return user == null
                ? List.of()
                : List.of(new UserStatus(
                        id,
                        realm.getId(),
                        user.getUsername(),
                        user.getFirstName(),
                        user.getLastName(),
                        user.getEmail(),
                        user.isEnabled(),
                        true,
                        false,
                        false,
                        List.of(),
                        List.of(),
                        new UserRecords(session, realm).find(user).orElse(UserRecord.NONE)));
    }

    /** Counting takes another statement for each table, and reads the whole realm: only who asks for it pays. */
    private @Nullable Long total(StatusFilter filter, VisibleUsers visible) {
        if (!filter.total()) {
            return null;
        }
        String realmId = realm.getId();
        long local =
                matching(UserSelection.local(realmId).visible(visible), filter).count(em);
        return visible.areAll()
                ? local + matching(UserSelection.federated(realmId), filter).count(em)
                : local;
    }

    /** Reading one user more than fits shows whether there is another page. */
    private List<UserStatus> read(UserSelection selection, StatusFilter filter, StatusCursor.@Nullable Place after) {
        return matching(selection.after(after, filter.order()), filter)
                .judged(administrators, duties)
                .read(em, filter.order(), filter.max() + 1);
    }

    private UserSelection matching(UserSelection selection, StatusFilter filter) {
        selection.matching(filter.search());
        if (filter.enrolled() != null) {
            selection.enrolled(filter.enrolled(), counting());
        }
        if (filter.method() != null) {
            selection.having(typesOf(filter.method()));
        }
        if (filter.admin() != null) {
            selection.administrators(filter.admin(), administrators);
        }
        if (filter.backupCodesBelow() != null) {
            selection.withBackupCodesBelow(filter.backupCodesBelow());
        }
        return filter.state() == null ? selection : in(selection, filter.state());
    }

    private UserSelection in(UserSelection selection, UserState state) {
        selection.in(state, GraceDays.daysOf(realm));
        if (state == UserState.MUST_ENROL) {
            selection.obliged(duties);
        }
        return state.isWithoutFactor() ? selection.enrolled(false, counting()) : selection;
    }

    /** With what counts for each of them. */
    private List<UserStatus> withCredentials(List<UserStatus> page) {
        List<String> forAdministrators = SecondFactors.typesForAdministrators(RealmPolicies.of(realm));
        return CredentialFacts.add(
                em, Set.of(realm.getId()), page, user -> user.admin() ? forAdministrators : factorTypes());
    }

    private CountingFactors counting() {
        return new CountingFactors("counting", Map.of(realm, RealmPolicies.of(realm)), administrators);
    }

    private List<String> typesOf(String method) {
        return factorTypes().stream()
                .filter(type -> SecondFactors.methodOf(type)
                        .filter(known -> known.json().equals(method))
                        .isPresent())
                .toList();
    }

    /**
     * According to the realm's policy: the policies of organisations and users would take a statement for each user.
     */
    private List<String> factorTypes() {
        return SecondFactors.typesUnder(RealmPolicies.of(realm));
    }
}
