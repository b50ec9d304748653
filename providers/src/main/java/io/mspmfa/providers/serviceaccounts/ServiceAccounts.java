// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.serviceaccounts;

import java.util.Locale;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.storage.StorageId;

/**
 * The accounts that Keycloak makes for clients (ClientManager.enableServiceAccount). Nobody can answer a question in
 * such an account's name, so it owes no second factor. A tenant can link any account to a client, for example by a
 * partial import that overwrites a user. Such an account still belongs to a person, so the link alone means nothing.
 */
public final class ServiceAccounts {
    /**
     * The HQL condition that an account {@code u} belongs to a person; the same as {@link #isServiceAccount}, negated.
     */
    public static final String IS_PERSON = "(u.serviceAccountClientLink is null"
            + " or not exists (select c.id from ClientEntity c where c.id = u.serviceAccountClientLink"
            + " and c.realmId = u.realmId and u.username = lower(concat('"
            + ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + "', c.clientId)))"
            + " or exists (select k.id from CredentialEntity k where k.user.id = u.id)"
            + " or exists (select f.userId from FederatedIdentityEntity f where f.user.id = u.id))";

    /**
     * The same for a query about the users of all realms: the few service accounts are found first. With a condition on
     * each user, PostgreSQL expects so much work that it spends seconds on compiling the query.
     */
    public static final String IS_PERSON_AMONG_ALL = "u.id not in (select s.id from UserEntity s join ClientEntity c"
            + " on c.id = s.serviceAccountClientLink and c.realmId = s.realmId"
            + " where s.username = lower(concat('" + ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX
            + "', c.clientId))"
            + " and not exists (select k.id from CredentialEntity k where k.user.id = s.id)"
            + " and not exists (select f.userId from FederatedIdentityEntity f where f.user.id = s.id))";

    private ServiceAccounts() {}

    /**
     * Whether an account is one that Keycloak made for a client: it has that client's name, and nobody can sign in to
     * it by a credential or through an identity provider. From the caches of clients and users.
     */
    public static boolean isServiceAccount(KeycloakSession session, RealmModel realm, UserModel user) {
        String link = user.getServiceAccountClientLink();
        ClientModel client = link == null ? null : realm.getClientById(link);
        return client != null
                && StorageId.isLocalStorage(user.getId())
                && nameFor(client).equals(user.getUsername())
                && user.credentialManager()
                        .getStoredCredentialsStream()
                        .findAny()
                        .isEmpty()
                && session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isEmpty();
    }

    /**
     * Whether a session was begun by a client in the name of its own account (grant {@code client_credentials}), and
     * not by a login.
     */
    public static boolean began(KeycloakSession session, UserSessionModel userSession) {
        return ServiceAccountConstants.CLIENT_AUTH.equals(userSession.getAuthMethod())
                && isServiceAccount(session, userSession.getRealm(), userSession.getUser());
    }

    private static String nameFor(ClientModel client) {
        return (ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + client.getClientId()).toLowerCase(Locale.ROOT);
    }
}
