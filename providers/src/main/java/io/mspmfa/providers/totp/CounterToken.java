// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.totp.Resynchronisation;
import io.mspmfa.core.totp.Totp;
import io.mspmfa.providers.attempts.UseMark;
import io.mspmfa.providers.factors.LockedRow;
import io.mspmfa.providers.factors.spi.StoredData;
import java.util.List;
import java.util.OptionalLong;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;

/** A token whose codes are numbered (RFC 4226). Such tokens can no longer be set up, but continue to work. */
final class CounterToken implements Token {
    /** How many codes the owner may have skipped. */
    private static final int LOOK_AHEAD = 5;

    /** Longer than any transaction or cache lag. */
    private static final long MARK_SECONDS = 600;

    private final KeycloakSession session;
    private final UserModel user;
    private final OTPCredentialModel stored;

    CounterToken(KeycloakSession session, UserModel user, OTPCredentialModel stored) {
        this.session = session;
        this.user = user;
        this.stored = stored;
    }

    @Override
    public String id() {
        return stored.getId();
    }

    @Override
    public boolean accepts(String code) {
        List<Long> counters = ahead(code, LOOK_AHEAD);
        return !counters.isEmpty() && advance(counters.get(0), counters.get(0));
    }

    @Override
    public List<Long> positionsOf(String code) {
        return ahead(code, Resynchronisation.LARGEST_LEAD);
    }

    @Override
    public boolean followTo(List<Long> first, List<Long> second) {
        OptionalLong last = Resynchronisation.second(first, second);
        return last.isPresent() && advance(last.getAsLong() - 1, last.getAsLong());
    }

    private List<Long> ahead(String code, int lead) {
        OTPCredentialData data = stored.getOTPCredentialData();
        // a counter is stored as an int, and the one after it must still fit
        long farthest = Math.min((long) data.getCounter() + lead, Integer.MAX_VALUE - 1L);
        return new Totp(stored.getDecodedSecret(), data.getAlgorithm(), data.getDigits(), 1)
                .stepsOf(code, data.getCounter(), farthest);
    }

    /**
     * Uses up the codes from one counter to another, and with them all earlier ones. The stored counter decides, as it is
     * in the database now: with the one in the cache, two requests at once could turn it back.
     */
    private boolean advance(long first, long last) {
        String mark = "msp.mfa.hotp." + stored.getId() + "." + last;
        if (!UseMark.tryMark(session, mark, MARK_SECONDS) || isUsed(first)) {
            return false;
        }
        stored.updateCounter(Math.toIntExact(last + 1));
        user.credentialManager().updateStoredCredential(stored);
        return true;
    }

    private boolean isUsed(long counter) {
        return LockedRow.of(session, stored.getId())
                .flatMap(row -> StoredData.read(row.credentialData(), OTPCredentialData.class))
                .filter(now -> now.getCounter() <= counter)
                .isEmpty();
    }
}
