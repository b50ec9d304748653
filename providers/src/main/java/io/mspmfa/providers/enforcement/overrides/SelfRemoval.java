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

/** Which of Keycloak's own second factors users may remove themselves. */
public final class SelfRemoval {
    private SelfRemoval() {}

    /**
     * Makes a credential type not removable if the user's policy requires a factor, or doesn't allow users to switch it
     * off.
     *
     * @param user the user whom Keycloak asks about; null at a login page where the user is not known yet
     * @param builtIn Keycloak's metadata of the type
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
