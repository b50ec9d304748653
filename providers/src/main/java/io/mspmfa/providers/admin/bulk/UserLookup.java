// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.bulk;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds the user that a line means by id, user name or e-mail address. All three are asked: somebody whose user name is
 * another's address must not be taken for the other.
 */
final class UserLookup {
    /** What Keycloak's columns hold. */
    private static final int LONGEST = 255;

    private final AdminCall call;

    UserLookup(AdminCall call) {
        this.call = call;
    }

    /** Those whom it can mean, without service accounts and users whom the caller may not see. */
    Collection<UserModel> named(String text) {
        Map<String, UserModel> found = new LinkedHashMap<>();
        if (text.length() <= LONGEST) {
            candidates(text)
                    .filter(user -> !ServiceAccounts.isServiceAccount(call.session(), call.realm(), user))
                    .filter(user -> call.caller().canView(user))
                    .forEach(user -> found.put(user.getId(), user));
        }
        return found.values();
    }

    private Stream<UserModel> candidates(String text) {
        KeycloakSession session = call.session();
        RealmModel realm = call.realm();
        Stream<UserModel> byName = Stream.of(
                        session.users().getUserById(realm, text),
                        session.users().getUserByUsername(realm, text))
                .filter(user -> user != null);
        Stream<UserModel> byAddress = text.indexOf('@') < 0
                ? Stream.empty()
                : session.users()
                        .searchForUserStream(realm, Map.of(UserModel.EMAIL, text, UserModel.EXACT, "true"), 0, 2);
        return Stream.concat(byName, byAddress);
    }
}
