// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.claims;

import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import io.mspmfa.providers.factors.spi.StoredData;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.models.credential.dto.WebAuthnCredentialData;

/**
 * Which keys are hardware, as far as the server can know. A proof doesn't say which of a user's keys was used, so that
 * all of them must be.
 */
final class HardwareKeys {
    /** How devices are reached that are nothing but an authenticator (WebAuthn level 3, section 5.8.4). */
    private static final Set<String> REMOVABLE = Set.of("usb", "nfc", "ble", "smart-card");

    private HardwareKeys() {}

    /** Whether every key of the user is hardware. No SQL for a cached user. */
    static boolean areAllOf(RealmModel realm, UserModel user) {
        List<CredentialModel> keys = WebAuthnFactor.INSTANCE.of(user).toList();
        return !keys.isEmpty()
                && keys.stream().allMatch(key -> isHardware(key.getCredentialData(), models(realm, key.getType())));
    }

    private static Set<String> models(RealmModel realm, String type) {
        WebAuthnPolicy policy =
                WebAuthnFactor.PASSKEY.equals(type) ? realm.getWebAuthnPolicyPasswordless() : realm.getWebAuthnPolicy();
        List<String> models = policy.getAcceptableAaguids();
        return models == null ? Set.of() : Set.copyOf(models);
    }

    /**
     * Whether a key is of a model that the realm has listed, and removable. What the browser says about any other key is
     * the user's word: without a list, Keycloak also accepts keys that attest nothing, or attest themselves
     * (WebAuthnRegister#createWebAuthnRegistrationManager), and doesn't store which of them did.
     *
     * @param credentialData as Keycloak stores it; null if it is missing
     * @param models the AAGUIDs that the realm's policy for such keys accepts; empty if it accepts any
     */
    static boolean isHardware(@Nullable String credentialData, Set<String> models) {
        return StoredData.read(credentialData, WebAuthnCredentialData.class)
                .filter(data -> isAttested(data.getAttestationStatementFormat()) && isOneOf(models, data.getAaguid()))
                .map(WebAuthnCredentialData::getTransports)
                .filter(transports -> !transports.isEmpty() && REMOVABLE.containsAll(transports))
                .isPresent();
    }

    private static boolean isAttested(@Nullable String format) {
        return format != null && !format.isBlank() && !NoneAttestationStatement.FORMAT.equals(format);
    }

    private static boolean isOneOf(Set<String> models, @Nullable String aaguid) {
        return models.stream().anyMatch(model -> model.equalsIgnoreCase(aaguid));
    }
}
