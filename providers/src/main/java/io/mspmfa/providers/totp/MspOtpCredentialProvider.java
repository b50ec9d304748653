// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.enforcement.overrides.UnreadableCredential;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.uses.FactorUses;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Verifies the codes of authenticator apps. In managed realms, it counts attempts, accepts one time step around the
 * token's clock and each step once, whatever the tenant's OTP policy says, and records the proof. Elsewhere it behaves like Keycloak's
 * own provider.
 */
public final class MspOtpCredentialProvider extends OTPCredentialProvider {

    /** @param session Keycloak's session of this request */
    public MspOtpCredentialProvider(KeycloakSession session) {
        super(session);
    }

    /** If the policy is off, built-in flows that ask only users with an app must ask nobody (A19). */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        boolean off = RealmPolicies.isManaged(realm)
                && UserPolicies.of(session, realm, user).isOff();
        return !off && super.isConfiguredFor(realm, user, credentialType);
    }

    /** Called by Keycloak when an administrator edits a user; our own set-up doesn't use it. */
    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, OTPCredentialModel credential) {
        Notifications.onPlanted(session, user, getType());
        return super.createCredential(realm, user, credential);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (!RealmPolicies.isManaged(realm)) {
            return super.isValid(realm, user, input);
        }
        String code = input.getChallengeResponse();
        if (code == null
                || input.getCredentialId() == null
                || input.getCredentialId().isBlank()) {
            return false;
        }
        CredentialModel credential = user.credentialManager().getStoredCredentialById(input.getCredentialId());
        if (credential == null || !OTPCredentialModel.TYPE.equals(credential.getType())) {
            return false;
        }
        return verify(realm, user, List.of(credential), code).isAccepted();
    }

    /**
     * Verifies a code against all of a user's authenticator apps, as a single attempt.
     *
     * @param realm a managed realm
     * @param typed the code as the user typed it
     */
    public Verdict verify(RealmModel realm, UserModel user, String typed) {
        List<CredentialModel> credentials = user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .toList();
        return verify(realm, user, credentials, typed);
    }

    private Verdict verify(RealmModel realm, UserModel user, List<CredentialModel> credentials, String typed) {
        Attempts attempts = Attempts.of(session, realm, user, UserPolicies.of(session, realm, user));
        OptionalInt attempt = attempts.begin();
        if (attempt.isEmpty()) {
            return attempts.locked();
        }
        List<OTPCredentialModel> apps = credentials.stream()
                .filter(TotpFactor.INSTANCE::isUsable)
                .map(OTPCredentialModel::createFromCredentialModel)
                .toList();
        Optional<String> used = new OtpCheck(session, realm, user).accepts(apps, typed);
        if (used.isEmpty()) {
            return attempts.failed(attempt.getAsInt());
        }
        attempts.succeeded(attempt.getAsInt());
        recordProof(realm, user);
        FactorUses.used(session, realm, user, used.get());
        return Verdict.accepted();
    }

    @Override
    public OTPCredentialModel getCredentialFromModel(CredentialModel stored) {
        return isUnreadable(stored)
                ? UnreadableCredential.standIn(
                        stored, OTPCredentialModel.createTOTP("", NewTotp.DIGITS, NewTotp.PERIOD_SECONDS, ""))
                : super.getCredentialFromModel(stored);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(OTPCredentialModel credential, CredentialTypeMetadata type) {
        return isUnreadable(credential)
                ? UnreadableCredential.metadata(credential)
                : super.getCredentialMetadata(credential, type);
    }

    private boolean isUnreadable(CredentialModel stored) {
        return UnreadableCredential.isOne(session, TotpFactor.INSTANCE, stored);
    }

    private void recordProof(RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null) {
            new SessionProofs(session, realm).record(login, user, TotpFactor.WORD);
        }
    }

    /** Not removable in a managed realm: a factor is switched off on our page, with a backup code, or not at all. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !RealmPolicies.isManaged(realm)) {
            return super.getCredentialTypeMetadata(context);
        }
        CredentialTypeMetadata.CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("otp-display-name")
                .helpText("otp-help-text")
                .iconCssClass("kcAuthenticatorOTPClass")
                .removeable(false);
        return withAction(metadata, realm, context.getUser()).build(session);
    }

    private CredentialTypeMetadata.CredentialTypeMetadataBuilder withAction(
            CredentialTypeMetadata.CredentialTypeMetadataBuilder metadata, RealmModel realm, @Nullable UserModel user) {
        Policy policy = user == null ? RealmPolicies.of(realm) : UserPolicies.of(session, realm, user);
        if (policy.isOff()) {
            return metadata;
        }
        return user != null && TotpFactor.INSTANCE.isEnrolled(user)
                ? metadata.updateAction(ActionIds.MANAGE)
                : metadata.createAction(ActionIds.SET_UP);
    }
}
