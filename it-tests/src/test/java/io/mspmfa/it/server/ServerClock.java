// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import io.mspmfa.it.http.Http;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** The server's clock. Tests move it instead of waiting. */
public final class ServerClock {

    private static final long STEP_SECONDS = 30;

    private final KeycloakServer server;
    private long offset;

    public ServerClock(KeycloakServer server) {
        this.server = server;
    }

    /** The server's time; the server runs on this machine, so only the offset differs. */
    public Instant now() {
        return Instant.now().plusSeconds(offset);
    }

    public void forward(Duration time) {
        set(offset + time.toSeconds());
    }

    /** Moves to this moment or, due to rounding, up to a second before it. */
    public void moveTo(Instant moment) {
        set(offset + Duration.between(now(), moment).toSeconds());
    }

    /**
     * Moves to two seconds after the start of the next 30-second step, which leaves 28 seconds in which a code remains
     * current.
     */
    public void toFreshStep() {
        long intoStep = now().getEpochSecond() % STEP_SECONDS;
        set(offset + STEP_SECONDS - intoStep + 2);
    }

    /** Applies this clock's time, in case another tenant's has moved the server's in the meantime. */
    public void apply() {
        set(offset);
    }

    /** Resets to the real time. */
    public void reset() {
        if (offset != 0) {
            set(0);
        }
    }

    private void set(long seconds) {
        server.nodes()
                .forEach(node -> Http.to(URI.create(node + "/realms/master/msp-mfa-test/clock?offset=" + seconds))
                        .put("")
                        .ok());
        offset = seconds;
    }
}
