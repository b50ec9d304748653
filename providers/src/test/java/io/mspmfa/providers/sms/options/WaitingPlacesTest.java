// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mspmfa.providers.sms.SmsNotSentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WaitingPlacesTest {
    private static final int PLACES = 8;

    @Test
    void eightLoginsWaitAndTheNinthIsRefusedAtOnce() throws Exception {
        WaitingPlaces places = new WaitingPlaces();
        CompletableFuture<String> answer = new CompletableFuture<>();
        CountDownLatch waiting = new CountDownLatch(PLACES);
        var threads = Executors.newFixedThreadPool(PLACES);
        try {
            List<Future<String>> logins = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                logins.add(threads.submit(() -> places.await(() -> {
                    waiting.countDown();
                    return answer;
                })));
            }
            waiting.await();

            assertThatExceptionOfType(SmsNotSentException.class)
                    .isThrownBy(() -> places.await(() -> answer))
                    .withMessage("too many logins are waiting for the gateway");

            answer.complete("accepted");
            for (Future<String> login : logins) {
                assertThat(login.get()).isEqualTo("accepted");
            }
            assertThat(places.await(() -> answer)).isEqualTo("accepted");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsCancelledAndGivesItsPlaceBack() {
        WaitingPlaces places = new WaitingPlaces(1, Duration.ofMillis(50));

        for (int i = 0; i < 2; i++) {
            CompletableFuture<String> never = new CompletableFuture<>();
            assertThatExceptionOfType(SmsNotSentException.class)
                    .isThrownBy(() -> places.await(() -> never))
                    .withMessageStartingWith("no answer within");
            assertThat(never).isCancelled();
        }
    }

    @Test
    void R20_aFailureIsToldByItsKindOnly() {
        CompletableFuture<String> failed =
                CompletableFuture.failedFuture(new IllegalStateException("+4915112345678: 482913"));

        assertThatExceptionOfType(SmsNotSentException.class)
                .isThrownBy(() -> new WaitingPlaces().await(() -> failed))
                .withMessage("no answer: IllegalStateException")
                .withNoCause();
    }
}
