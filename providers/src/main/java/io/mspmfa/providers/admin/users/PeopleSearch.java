// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.query.AdminUsers;
import io.mspmfa.providers.admin.query.RealmScope;
import io.mspmfa.providers.admin.summary.CountedRealm;
import io.mspmfa.providers.factors.SecondFactors;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Finds people in many realms at once. A page takes about ten SQL statements, however many realms and users there are:
 * two find the people, two more tell about them, one reads their credentials, one their devices, and up to four find out
 * who may administer a realm. The caller's rights must have been checked before.
 */
public final class PeopleSearch {
    private final KeycloakSession session;
    private final EntityManager em;

    public PeopleSearch(KeycloakSession session) {
        this.session = session;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Somebody who was found.
     *
     * @param realmId the id of the user's realm
     * @param user as everywhere in the REST API
     */
    public record Found(String realmId, UserView user) {}

    /**
     * A page, by user name.
     *
     * @param search a part of the user name, e-mail address, first or last name
     * @param after the cursor of the page before; null for the first one
     * @param policies tells about realms by their ids
     * @throws IllegalArgumentException if the cursor can't be parsed
     */
    public Page<Found> page(
            RealmScope realms,
            String search,
            @Nullable String after,
            int max,
            Function<Set<String>, Collection<CountedRealm>> policies) {
        StatusCursor cursor = after == null ? StatusCursor.START : StatusCursor.parse(after);
        StatusOrder order = StatusOrder.BY_NAME;
        StatusPage page = StatusPage.merged(
                selection(false, realms, search).after(cursor.local(), order).read(em, order, max + 1),
                selection(true, realms, search).after(cursor.federated(), order).read(em, order, max + 1),
                order.comparator(),
                cursor,
                max);
        return new Page<>(page.items().isEmpty() ? List.of() : told(page.items(), policies), page.next());
    }

    private static UserSelection selection(boolean federated, RealmScope realms, String search) {
        return UserSelection.in(realms, federated).matching(search);
    }

    private List<Found> told(List<UserStatus> users, Function<Set<String>, Collection<CountedRealm>> policies) {
        Set<String> realmIds = users.stream().map(UserStatus::realmId).collect(Collectors.toSet());
        Map<String, CountedRealm> realms =
                policies.apply(realmIds).stream().collect(Collectors.toMap(CountedRealm::id, Function.identity()));
        Map<String, UserStatus> judged = judged(users, realms);
        List<UserStatus> known = CredentialFacts.add(
                em,
                realmIds,
                users.stream()
                        .map(user -> judged.get(user.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                user -> factorTypes(policy(realms, user), user));
        TrustedDevices devices = TrustedDevices.of(session, known);
        return known.stream()
                .map(user -> new Found(
                        user.realmId(),
                        UserView.of(
                                user,
                                policy(realms, user),
                                devices.count(user, policy(realms, user)),
                                Objects.requireNonNull(realms.get(user.realmId()))
                                        .graceDays())))
                .toList();
    }

    /** Without users of realms that have just been deleted. */
    private Map<String, UserStatus> judged(List<UserStatus> users, Map<String, CountedRealm> realms) {
        AdminUsers administrators = AdminUsers.of(em, realms.keySet(), null);
        Duties duties = new Duties(session, em, realms.values());
        Map<String, UserStatus> found = new HashMap<>();
        for (boolean federated : List.of(false, true)) {
            List<String> ids = users.stream()
                    .filter(user -> user.federated() == federated)
                    .map(UserStatus::id)
                    .toList();
            Stream<UserStatus> read = ids.isEmpty()
                    ? Stream.empty()
                    : UserSelection.withIds(federated, realms.keySet(), ids)
                            .judged(administrators, duties)
                            .read(em, StatusOrder.BY_NAME, ids.size())
                            .stream();
            read.filter(user -> realms.containsKey(user.realmId())).forEach(user -> found.put(user.id(), user));
        }
        return found;
    }

    private static Policy policy(Map<String, CountedRealm> realms, UserStatus user) {
        return Objects.requireNonNull(realms.get(user.realmId())).policy();
    }

    private static List<String> factorTypes(Policy policy, UserStatus user) {
        return user.admin() ? SecondFactors.typesForAdministrators(policy) : SecondFactors.typesUnder(policy);
    }
}
