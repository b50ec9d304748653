// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Which of Keycloak's own second factors users may remove by themselves. */
public final class SelfRemoval {
    private SelfRemoval() {}

    /**
     * Takes the removal off a credential type where the user's policy requires a factor, or lets nobody go without by
     * oneself.
     *
     * @param user whom Keycloak asks for; null at a login page that knows nobody yet
     * @param builtIn what Keycloak says of the type
     */
    public static CredentialTypeMetadata limit(
            KeycloakSession session, @Nullable UserModel user, CredentialTypeMetadata builtIn) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !RealmPolicies.isManaged(realm)) {
            return builtIn;
        }
        Policy policy = user == null ? RealmPolicies.of(realm) : UserPolicies.of(session, realm, user);
        if (!policy.requiresFactor() && policy.get(PolicyField.SELF_DISABLE)) {
            return builtIn;
        }
        return CredentialTypeMetadata.builder()
                .type(builtIn.getType())
                .category(builtIn.getCategory())
                .displayName(builtIn.getDisplayName())
                .helpText(builtIn.getHelpText())
                .iconCssClass(builtIn.getIconCssClass())
                .createAction(builtIn.getCreateAction())
                .updateAction(builtIn.getUpdateAction())
                .removeable(false)
                .build(session);
    }
}
