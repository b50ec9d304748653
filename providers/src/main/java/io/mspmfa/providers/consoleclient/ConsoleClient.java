// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.consoleclient;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Encode;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.services.managers.RealmManager;

/**
 * The client by which people sign in to the console. It is made when the console of a realm is first opened, and put right
 * whenever it isn't: a tenant's administrator could change it otherwise, so that codes of other administrators are sent
 * elsewhere. No role is in its scope, so its tokens open nothing in Keycloak's own REST API. Ours takes the console's
 * callers for what they are, as long as the client {@linkplain #isTrusted is right}.
 */
public final class ConsoleClient {
    /** The client's id. */
    public static final String ID = "msp-mfa-console";

    /** The last part of the console's path. */
    public static final String PATH = "console";

    private static final Logger LOG = Logger.getLogger(ConsoleClient.class);
    private static final String NAME = "MFA console";

    /** Anyone may give the login of the console a theme of its own. */
    private static final Set<String> FREE_ATTRIBUTES = Set.of("login_theme");

    private static final List<ClientSetting<?>> SETTINGS = List.of(
            // first, since a client that gets a protocol also gets the realm's default scopes
            ClientSetting.of(ClientModel::getProtocol, ClientModel::setProtocol, OIDCLoginProtocol.LOGIN_PROTOCOL),
            ClientSetting.onlyScope(OIDCLoginProtocolFactory.BASIC_SCOPE),
            ClientSetting.noOptionalScopes(),
            ClientSetting.noMappers(),
            ClientSetting.noRoles(),
            ClientSetting.noFlows(),
            ClientSetting.of(ClientModel::isEnabled, ClientModel::setEnabled, true),
            ClientSetting.of(ClientModel::isPublicClient, ClientModel::setPublicClient, true),
            ClientSetting.of(ClientModel::isBearerOnly, ClientModel::setBearerOnly, false),
            ClientSetting.of(ClientModel::isFullScopeAllowed, ClientModel::setFullScopeAllowed, false),
            ClientSetting.of(ClientModel::isStandardFlowEnabled, ClientModel::setStandardFlowEnabled, true),
            ClientSetting.of(ClientModel::isImplicitFlowEnabled, ClientModel::setImplicitFlowEnabled, false),
            ClientSetting.of(
                    ClientModel::isDirectAccessGrantsEnabled, ClientModel::setDirectAccessGrantsEnabled, false),
            ClientSetting.of(ClientModel::isServiceAccountsEnabled, ClientModel::setServiceAccountsEnabled, false),
            ClientSetting.of(ClientModel::isSurrogateAuthRequired, ClientModel::setSurrogateAuthRequired, false),
            ClientSetting.of(ClientModel::isConsentRequired, ClientModel::setConsentRequired, false),
            ClientSetting.nothing(ClientModel::getRegistrationToken, client -> client.setRegistrationToken(null)),
            ClientSetting.nothing(ClientModel::getManagementUrl, client -> client.setManagementUrl(null)),
            ClientSetting.of(ClientModel::getRootUrl, ClientModel::setRootUrl, Constants.AUTH_ADMIN_URL_PROP),
            new ClientSetting<>(ClientModel::getBaseUrl, ConsoleClient::path, ClientModel::setBaseUrl),
            new ClientSetting<>(
                    ClientModel::getRedirectUris, realm -> Set.of(path(realm)), ClientModel::setRedirectUris),
            ClientSetting.of(
                    ClientModel::getWebOrigins, ClientModel::setWebOrigins, Set.of(Constants.INCLUDE_REDIRECTS)),
            ClientSetting.attributes(
                    Map.of(
                            OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD,
                            OAuth2Constants.PKCE_METHOD_S256,
                            OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS,
                            Constants.INCLUDE_REDIRECTS,
                            Constants.USE_LIGHTWEIGHT_ACCESS_TOKEN_ENABLED,
                            "true"),
                    FREE_ATTRIBUTES));

    private ConsoleClient() {}

    /** Where a realm's console is, below the server's context path. Realms' names may contain what addresses may not. */
    public static String path(RealmModel realm) {
        return "/realms/" + Encode.encodePathSegmentAsIs(realm.getName()) + "/msp-mfa/" + PATH + "/";
    }

    /** Whether a realm has a console: {@code master}, and every managed realm. */
    public static boolean belongsIn(RealmModel realm) {
        return RealmManager.isAdministrationRealm(realm) || RealmPolicies.isManaged(realm);
    }

    /** Whether a client is the console's, and as it should be: only then do its tokens come from the console. No SQL. */
    public static boolean isTrusted(ClientModel client) {
        return ID.equals(client.getClientId()) && belongsIn(client.getRealm()) && isRight(client);
    }

    /** Whether a realm has a client with the console's id that is not as it should be. */
    public static boolean isDamaged(RealmModel realm) {
        return belongsIn(realm)
                && find(realm).filter(client -> !isRight(client)).isPresent();
    }

    /**
     * Puts an existing client right, and removes it from a realm that is no longer managed. Writes nothing if everything is
     * as it should be. A client that isn't there is made when the console is opened, not before.
     */
    public static void align(RealmModel realm) {
        find(realm).ifPresent(client -> {
            if (belongsIn(realm)) {
                repair(client);
            } else if (isRight(client)) {
                realm.removeClient(client.getId()); // any other one is the tenant's own
            }
        });
    }

    /**
     * Makes the client, or puts it right, in a transaction of its own, so that the page is shown even if somebody else does
     * the same at this moment.
     */
    public static void ensure(KeycloakSession session, RealmModel realm) {
        if (find(realm).filter(ConsoleClient::isRight).isPresent()) {
            return;
        }
        String realmId = realm.getId();
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    own -> make(own, own.realms().getRealm(realmId)));
        } catch (ModelException | PersistenceException e) {
            if (!isThereNow(session, realmId)) {
                LOG.errorf(
                        e,
                        "The client %s of realm %s can't be written, so nobody can sign in to the console there",
                        LogText.of(ID),
                        LogText.of(realm.getName()));
            } // otherwise, somebody else has made it at the same time
        }
    }

    private static boolean isThereNow(KeycloakSession session, String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                own -> find(own.realms().getRealm(realmId))
                        .filter(ConsoleClient::isRight)
                        .isPresent());
    }

    private static void make(KeycloakSession session, RealmModel realm) {
        session.getContext().setRealm(realm);
        find(realm).ifPresentOrElse(ConsoleClient::repair, () -> {
            ClientModel client = realm.addClient(ID);
            client.setName(NAME);
            SETTINGS.forEach(setting -> setting.repair(client));
        });
    }

    /** What was issued to the client while it was wrong may be in the hands of others. */
    private static void repair(ClientModel client) {
        if (isRight(client)) {
            return;
        }
        SETTINGS.forEach(setting -> setting.repair(client));
        client.setNotBefore(Math.toIntExact(ServerTime.seconds()));
        LOG.infof(
                "The client %s of realm %s was not as it should be, and has been put right",
                LogText.of(ID), LogText.of(client.getRealm().getName()));
    }

    private static boolean isRight(ClientModel client) {
        return SETTINGS.stream().allMatch(setting -> setting.isRight(client));
    }

    private static Optional<ClientModel> find(RealmModel realm) {
        return Optional.ofNullable(realm.getClientByClientId(ID));
    }
}
