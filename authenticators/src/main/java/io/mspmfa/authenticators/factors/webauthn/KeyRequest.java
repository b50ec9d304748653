// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import com.webauthn4j.data.client.challenge.DefaultChallenge;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.common.util.Base64Url;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * The request for the browser to pass to a key, as in Keycloak's WebAuthnAuthenticator.fillContextForm, except that it
 * covers keys of both types at once.
 */
final class KeyRequest {
    private final StepContext step;
    private final WebAuthnPolicy policy;
    private final List<CredentialModel> keys = new ArrayList<>();
    private final String challenge;

    private KeyRequest(StepContext step) {
        this.step = step;
        List<CredentialModel> stored =
                WebAuthnFactor.INSTANCE.usable(step.user()).toList();
        boolean onlyPasskeys = stored.stream().allMatch(key -> WebAuthnFactor.PASSKEY.equals(key.getType()));
        this.policy = policyOf(step.realm(), onlyPasskeys ? WebAuthnFactor.PASSKEY : WebAuthnFactor.SECURITY_KEY);
        // the browser can't find a key that was registered for another site
        stored.stream()
                .filter(key -> site(policyOf(step.realm(), key.getType())).equals(site(policy)))
                .forEach(keys::add);
        this.challenge = Base64Url.encode(new DefaultChallenge().getValue());
    }

    /** Creates a request with a new challenge, which replaces the previous one. */
    static KeyRequest begin(StepContext step) {
        KeyRequest request = new KeyRequest(step);
        new WebAuthnNotes(step).begin(request.challenge);
        return request;
    }

    static WebAuthnPolicy policyOf(RealmModel realm, String credentialType) {
        return WebAuthnFactor.PASSKEY.equals(credentialType)
                ? realm.getWebAuthnPolicyPasswordless()
                : realm.getWebAuthnPolicy();
    }

    /** The values for the page. */
    Map<String, Object> model() {
        return Map.of(
                "challenge", challenge,
                "rpId", site(policy),
                "timeout", policy.getCreateTimeout(),
                "userVerification", userVerification(),
                "ids", keys.stream().map(KeyRequest::id).toList(),
                "labels",
                        keys.stream()
                                .map(CredentialModel::getUserLabel)
                                .filter(Objects::nonNull)
                                .filter(label -> !label.isBlank())
                                .toList());
    }

    /** Always required of a passkey: one that doesn't verify its user proves nothing beyond the first factor. */
    private String userVerification() {
        boolean anyPasskey = keys.stream().anyMatch(key -> WebAuthnFactor.PASSKEY.equals(key.getType()));
        boolean allPasskeys = keys.stream().allMatch(key -> WebAuthnFactor.PASSKEY.equals(key.getType()));
        if (allPasskeys) {
            return Constants.WEBAUTHN_POLICY_OPTION_REQUIRED;
        }
        String asked = policy.getUserVerificationRequirement();
        boolean alreadyRequired = Constants.WEBAUTHN_POLICY_OPTION_REQUIRED.equals(asked);
        return anyPasskey && !alreadyRequired ? Constants.WEBAUTHN_POLICY_OPTION_PREFERED : asked;
    }

    private String site(WebAuthnPolicy of) {
        String id = of.getRpId();
        return id == null || id.isEmpty()
                ? step.session().getContext().getUri().getBaseUri().getHost()
                : id;
    }

    static String id(CredentialModel key) {
        return Base64Url.encodeBase64ToBase64Url(WebAuthnCredentialModel.createFromCredentialModel(key)
                .getWebAuthnCredentialData()
                .getCredentialId());
    }
}
