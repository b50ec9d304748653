// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The messages received last, in memory. */
final class Messages {
    private static final int KEPT = 100;

    private final Deque<Message> newestFirst = new ArrayDeque<>();
    private int last;

    /** Keeps a message, which is given its number. */
    synchronized void add(IntFunction<Message> message) {
        newestFirst.addFirst(message.apply(++last));
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    synchronized List<Message> newestFirst() {
        return List.copyOf(newestFirst);
    }

    synchronized Optional<Message> find(String id) {
        return newestFirst.stream()
                .filter(message -> Integer.toString(message.id()).equals(id))
                .findFirst();
    }
}
