// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.phone;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.mspmfa.it.server.ServerClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app with a single account. Its clock agrees with the server's. */
public final class Phone {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP = 30;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;
    private final ServerClock clock;
    private long lastShown;

    private Phone(byte[] key, ServerClock clock) {
        this.key = new SecretKeySpec(key, "RAW");
        this.clock = clock;
    }

    /** An app that has scanned a QR code. */
    public static Phone scan(OtpAuth account, ServerClock clock) {
        return typeIn(account.secret(), clock);
    }

    /** An app into which the key was typed by hand, with or without spaces. */
    public static Phone typeIn(String base32, ServerClock clock) {
        return new Phone(decode(base32), clock);
    }

    /** An app with a secret as stored by stock Keycloak: its characters are the key. */
    public static Phone withStockSecret(String secret, ServerClock clock) {
        return new Phone(secret.getBytes(StandardCharsets.UTF_8), clock);
    }

    /** The current code, or the one this many 30-second steps later (negative: earlier). */
    public String code(int stepsFromNow) {
        return at(step() + stepsFromNow);
    }

    /** Two consecutive codes as required by an enrolment: the current and the next one. */
    public List<String> pair() {
        lastShown = step() + 1;
        return List.of(at(lastShown - 1), at(lastShown));
    }

    /** When the first code of {@link #pair} is current. */
    public Instant timeOfPair() {
        return Instant.ofEpochSecond((lastShown - 1) * STEP + 2);
    }

    /** A code that this phone has not returned before; lets time pass if necessary. */
    public String freshCode() {
        if (step() <= lastShown) {
            clock.moveTo(Instant.ofEpochSecond((lastShown + 1) * STEP + 2));
        }
        lastShown = step();
        return at(lastShown);
    }

    /** Six digits that are not valid at any step near now. */
    public String wrongCode() {
        List<String> right = List.of(code(-3), code(-2), code(-1), code(0), code(1), code(2), code(3));
        int guess = 111_111;
        while (right.contains(Integer.toString(guess))) {
            guess++;
        }
        return Integer.toString(guess);
    }

    private long step() {
        return clock.now().getEpochSecond() / STEP;
    }

    private String at(long step) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String base32) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char symbol : base32.replaceAll("[ =]", "").toCharArray()) {
            int value = BASE32.indexOf(symbol);
            if (value < 0) {
                throw new AssertionError("Not base32: " + base32);
            }
            buffer = (buffer << 5 | value) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
