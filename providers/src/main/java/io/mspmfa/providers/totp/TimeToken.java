// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.totp.Resynchronisation;
import io.mspmfa.core.totp.Totp;
import io.mspmfa.providers.attempts.AttemptMemory;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;

/** A token whose codes depend on the time. */
final class TimeToken implements Token {
    /** R8: one step in either direction of where the token's clock is known to be, whatever the tenant's setting. */
    private static final int WINDOW = 1;

    private static final int FARTHEST = Resynchronisation.LARGEST_DRIFT + WINDOW;

    private final KeycloakSession session;
    private final UserModel user;
    private final OTPCredentialModel stored;
    private final Totp totp;
    private final long now;

    TimeToken(KeycloakSession session, UserModel user, OTPCredentialModel stored) {
        this.session = session;
        this.user = user;
        this.stored = stored;
        OTPCredentialData data = stored.getOTPCredentialData();
        this.totp = new Totp(stored.getDecodedSecret(), data.getAlgorithm(), data.getDigits(), data.getPeriod());
        this.now = totp.stepAt(ServerTime.seconds());
    }

    @Override
    public String id() {
        return stored.getId();
    }

    @Override
    public boolean accepts(String code) {
        int drift = StoredDrift.of(stored);
        List<Long> steps = totp.stepsOf(code, now + drift - WINDOW, now + drift + WINDOW);
        return !steps.isEmpty() && areRemembered(steps, drift + WINDOW) && spendAll(steps);
    }

    @Override
    public List<Long> positionsOf(String code) {
        return totp.stepsOf(code, now - Resynchronisation.LARGEST_DRIFT, now + Resynchronisation.LARGEST_DRIFT);
    }

    @Override
    public boolean followTo(List<Long> first, List<Long> second) {
        OptionalLong there = Resynchronisation.second(first, second);
        List<Long> both =
                Stream.concat(first.stream(), second.stream()).distinct().toList();
        if (there.isEmpty() || !areRemembered(both, FARTHEST) || !spendAll(both)) {
            return false;
        }
        StoredDrift.set(stored, Math.toIntExact(there.getAsLong() - now));
        user.credentialManager().updateStoredCredential(stored);
        return true;
    }

    /**
     * Whether the marks of these steps, if any, are still there: when the store began to remember, none of them could
     * have been used yet, or the token didn't exist. Otherwise they might have been used before a restart.
     *
     * @param ahead how many steps ahead of the server's time a code is accepted
     */
    private boolean areRemembered(List<Long> steps, int ahead) {
        long since = AttemptMemory.since(session);
        Long created = stored.getCreatedDate();
        boolean isYounger = created != null && TimeUnit.MILLISECONDS.toSeconds(created) >= since;
        return isYounger || steps.stream().allMatch(step -> step - ahead > totp.stepAt(since));
    }

    /**
     * Several steps may share a code, which must not work twice: all of them are marked as used, and all must have been
     * unused.
     */
    private boolean spendAll(List<Long> steps) {
        return steps.stream().filter(this::spend).count() == steps.size();
    }

    /**
     * Marks a time step as used for the user, whatever token it was used with; false if it had been used before (R9). It
     * stays marked even if the request fails, because the next code is there within a step.
     */
    boolean spend(long step) {
        // one period longer than the step can be accepted at any drift, so that the mark never expires first (P18)
        long lifetime = (2L * FARTHEST + 2) * stored.getOTPCredentialData().getPeriod();
        return SharedStore.of(session).putIfAbsent("msp.mfa.totp." + user.getId() + "." + step, lifetime);
    }
}
