// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Which of Keycloak's own second factors users may remove on Keycloak's pages and through its account API. */
public final class SelfRemoval {
    private SelfRemoval() {}

    /**
     * Makes a credential type not removable if the user's policy requires a factor, or doesn't allow users to switch it
     * off, or if our self-service page is the place to remove it.
     *
     * @param isOurs whether this is so under a policy: for a factor that counts, because the last one takes a backup code
     * @param user the user whom Keycloak asks about; null at a login page where the user is not known yet
     * @param builtIn Keycloak's metadata of the type
     */
    public static CredentialTypeMetadata limit(
            KeycloakSession session,
            @Nullable UserModel user,
            CredentialTypeMetadata builtIn,
            Predicate<Policy> isOurs) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !RealmPolicies.isManaged(realm)) {
            return builtIn;
        }
        Policy policy = user == null ? RealmPolicies.of(realm) : UserPolicies.of(session, realm, user);
        if (!policy.requiresFactor() && policy.get(PolicyField.SELF_DISABLE) && !isOurs.test(policy)) {
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
