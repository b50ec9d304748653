// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.core.devices.DeviceGrounds;
import io.mspmfa.core.devices.DeviceTerms;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.UserPolicies;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** On which terms the devices of a user are trusted. Reads cached data only. */
public final class CurrentTerms {
    /** The moment since which devices count, with the floor and out of the tenant's reach, as {@code ManagedSince} is. */
    private static final String SINCE = "msp.mfa.devices.since";

    private static final DeviceGrounds NO_GROUNDS = new DeviceGrounds(0, Set.of());

    private CurrentTerms() {}

    /** @param realm a managed realm */
    static DeviceTerms of(KeycloakSession session, RealmModel realm, UserModel user) {
        Policy policy = UserPolicies.of(session, realm, user);
        boolean allowed = policy.get(PolicyField.REMEMBER_DEVICE) && !policy.isOff();
        return new DeviceTerms(
                allowed,
                policy.get(PolicyField.REMEMBER_DEVICE_DAYS),
                since(realm),
                allowed ? new DeviceGrounds(passwordSince(user), factors(user, policy)) : NO_GROUNDS);
    }

    /** Devices of the realm from before this moment don't count, in seconds since the epoch; 0 if all do. */
    public static long since(RealmModel realm) {
        return Floors.attribute(realm, SINCE).map(Long::valueOf).orElse(0L);
    }

    /** Ends the trust in every device of the realm (R35). */
    public static void beginAnew(RealmModel realm) {
        Floors.setAttribute(realm, SINCE, Long.toString(ServerTime.seconds() + 1));
    }

    /** In milliseconds since the epoch; 0 if Keycloak has none, as for users of most directories. */
    private static long passwordSince(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(CredentialModel::getCreatedDate)
                .filter(created -> created != null)
                .findFirst()
                .orElse(0L);
    }

    private static Set<String> factors(UserModel user, Policy policy) {
        return SecondFactors.of(user, policy).stream()
                .flatMap(factor -> factor.of(user))
                .map(CredentialModel::getId)
                .collect(Collectors.toSet());
    }
}
