// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.SmsNotSentException;
import io.mspmfa.providers.sms.options.WaitingPlaces;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Sends messages through the session of this node, in threads that nobody waits for longer than for other gateways. */
final class SmppGateway implements SmsGateway {
    private final SmppLink link;
    private final String password;
    private final WaitingPlaces places;
    private final Executor threads;

    SmppGateway(SmppLink link, String password, WaitingPlaces places, Executor threads) {
        this.link = link;
        this.password = password;
        this.places = places;
        this.threads = threads;
    }

    @Override
    public void send(SmsMessage message) {
        places.await(() -> begin(message));
    }

    private CompletableFuture<Boolean> begin(SmsMessage message) {
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        try {
            threads.execute(() -> submit(message, sent));
        } catch (RejectedExecutionException e) {
            // their logins have given up, but the message centre still holds the threads
            throw new SmsNotSentException("too many messages are waiting for the message centre");
        }
        return sent;
    }

    private void submit(SmsMessage message, CompletableFuture<Boolean> sent) {
        try {
            link.submit(message, password, sent::isDone);
            sent.complete(true);
        } catch (SmsNotSentException e) {
            sent.completeExceptionally(e);
        } finally {
            sent.completeExceptionally(new SmsNotSentException("an error in the SMPP library"));
        }
    }
}
