// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.totp.Totp;
import io.mspmfa.providers.attempts.UseMark;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.models.utils.HmacOTP;

/** Checks whether a code belongs to a credential, is valid now and has not been used. */
final class OtpCheck {
    /** R8: one step of clock drift in either direction, whatever the tenant's setting. */
    private static final int DRIFT = 1;

    /** How far the counter of an old counter-based token may have run ahead. */
    private static final int COUNTER_LOOK_AHEAD = 5;

    private static final int LONGEST_CODE = 32;

    private final KeycloakSession session;
    private final UserModel user;

    OtpCheck(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    boolean accepts(OTPCredentialModel credential, String typed) {
        if (typed.length() > LONGEST_CODE) {
            return false;
        }
        String code = Totp.normalise(typed);
        return OTPCredentialModel.HOTP.equals(credential.getOTPCredentialData().getSubType())
                ? acceptsCounterCode(credential, code)
                : acceptsTimedCode(credential, code);
    }

    private boolean acceptsTimedCode(OTPCredentialModel credential, String code) {
        Totp totp = totpOf(credential);
        long now = totp.stepAt(ServerTime.seconds());
        List<Long> steps = totp.stepsOf(code, now - DRIFT, now + DRIFT);
        // several steps may share a code, which must not work twice: all of them are marked as used, and all must have
        // been unused
        long unspent = steps.stream().filter(step -> spend(credential, step)).count();
        return !steps.isEmpty() && unspent == steps.size();
    }

    /**
     * Marks a time step as used for the user, whatever app it was used with; false if it had been used before (R9). It
     * stays marked even if the request fails, because the next code is there within a step.
     */
    boolean spend(OTPCredentialModel credential, long step) {
        // one period longer than the step can be accepted, so that the mark never expires first (P18)
        long lifetime = (2L * DRIFT + 2) * credential.getOTPCredentialData().getPeriod();
        return SharedStore.of(session).putIfAbsent("msp.mfa.totp." + user.getId() + "." + step, lifetime);
    }

    /** Counter-based tokens can no longer be set up, but continue to work. */
    private boolean acceptsCounterCode(OTPCredentialModel credential, String code) {
        OTPCredentialData data = credential.getOTPCredentialData();
        int next = new HmacOTP(data.getDigits(), data.getAlgorithm(), COUNTER_LOOK_AHEAD)
                .validateHOTP(code, credential.getDecodedSecret(), data.getCounter());
        if (next < 0 || !UseMark.tryMark(session, "msp.mfa.hotp." + credential.getId() + "." + next, 600)) {
            return false;
        }
        credential.updateCounter(next);
        user.credentialManager().updateStoredCredential(credential);
        return true;
    }

    private static Totp totpOf(OTPCredentialModel credential) {
        OTPCredentialData data = credential.getOTPCredentialData();
        return new Totp(credential.getDecodedSecret(), data.getAlgorithm(), data.getDigits(), data.getPeriod());
    }
}
