// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.claims;

import io.mspmfa.core.claims.MethodReferences;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * The claim {@code amr} (RFC 8176), for clients and client scopes. Keycloak's own mapper knows the steps of flows only:
 * it says nothing of a factor for which the login check has asked, and calls a step for codes by its name even if the
 * user had to answer nothing there. This one adds what the session's signed proof says, and trusts nothing else for it.
 */
public final class AmrMapper extends AmrProtocolMapper implements TokenIntrospectionTokenMapper {
    private static final int AFTER_THE_OTHERS = 100;

    @Override
    public String getId() {
        return "msp-mfa-amr";
    }

    @Override
    public String getDisplayType() {
        return "Authentication methods (amr) with the second factor";
    }

    @Override
    public String getHelpText() {
        return "Adds the claim 'amr': the second factor that the session has passed, whoever asked for it, and the"
                + " reference values of the flow's other steps. Replaces what other mappers say.";
    }

    /** After Keycloak's own mapper, whose claim it replaces. */
    @Override
    public int getPriority() {
        return AFTER_THE_OTHERS;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, AmrMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        List<String> claim = claim(session, userSession, context.getClientSession());
        if (claim.isEmpty()) {
            token.getOtherClaims().remove(OAuth2Constants.AUTHENTICATOR_METHOD_REFERENCE);
        } else {
            token.setOtherClaims(OAuth2Constants.AUTHENTICATOR_METHOD_REFERENCE, claim);
        }
    }

    private List<String> claim(
            KeycloakSession session, UserSessionModel userSession, AuthenticatedClientSessionModel clientSession) {
        RealmModel realm = userSession.getRealm();
        List<String> ofSteps = getAmr(clientSession, realm);
        return RealmPolicies.isManaged(realm) ? MethodReferences.claim(ofSteps, proven(session, userSession)) : ofSteps;
    }

    private static List<String> proven(KeycloakSession session, UserSessionModel userSession) {
        return new SessionProofs(session, userSession.getRealm())
                .inSession(userSession)
                .filter(Proof.ByFactor.class::isInstance)
                .map(Proof.ByFactor.class::cast)
                .map(proof -> ProvenMethods.references(proof, userSession.getRealm(), userSession.getUser()))
                .orElse(List.of());
    }
}
