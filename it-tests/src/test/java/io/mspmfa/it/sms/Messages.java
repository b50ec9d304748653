// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The messages on phones, by number. */
final class Messages {
    private static final int WAIT_SECONDS = 20;

    private final Map<String, BlockingQueue<TextMessage>> unread = new ConcurrentHashMap<>();

    void add(TextMessage message) {
        to(message.to()).add(message);
    }

    /** The next unread message to a number, which arrives within seconds. */
    TextMessage nextTo(String number) {
        try {
            TextMessage message = to(number).poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No message to " + number);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The unread messages to a number, which are read now. */
    List<TextMessage> allTo(String number) {
        List<TextMessage> all = new ArrayList<>();
        to(number).drainTo(all);
        return all;
    }

    private BlockingQueue<TextMessage> to(String number) {
        return unread.computeIfAbsent(number, any -> new LinkedBlockingQueue<>());
    }
}
