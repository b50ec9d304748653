// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.options;

import io.mspmfa.providers.sms.SmsNotSentException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Limits how many threads of this node wait for a gateway at once, and how long each does: a gateway that is dead costs a
 * login a few seconds, and never all threads.
 */
public final class WaitingPlaces {
    private static final int PLACES = 8;
    private static final Duration MOST = Duration.ofSeconds(4);

    private final Semaphore free;
    private final Duration most;

    /** As many places, and as much time, as are right for a gateway. */
    public WaitingPlaces() {
        this(PLACES, MOST);
    }

    /** With other limits, for tests. */
    public WaitingPlaces(int places, Duration most) {
        this.free = new Semaphore(places);
        this.most = most;
    }

    /**
     * Waits for an answer, and cancels the call if it doesn't come in time.
     *
     * @throws SmsNotSentException if no place is free, or if there is no answer
     */
    public <T> T await(Supplier<CompletableFuture<T>> call) {
        if (!free.tryAcquire()) {
            throw new SmsNotSentException("too many logins are waiting for the gateway");
        }
        try {
            return answerOf(call.get());
        } finally {
            free.release();
        }
    }

    private <T> T answerOf(CompletableFuture<T> answer) {
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SmsNotSentException("no answer within " + most.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SmsNotSentException("the server is stopping");
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof SmsNotSentException known
                    ? known
                    : new SmsNotSentException("no answer: " + cause.getClass().getSimpleName());
        }
    }
}
