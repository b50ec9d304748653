// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The mails received last, in memory. */
final class Mails {
    private static final int KEPT = 100;

    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private int last;

    /** Keeps a mail, which is given its number. */
    synchronized void add(IntFunction<Mail> mail) {
        newestFirst.addFirst(mail.apply(++last));
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    synchronized List<Mail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    synchronized Optional<Mail> find(String id) {
        return newestFirst.stream()
                .filter(mail -> Integer.toString(mail.id()).equals(id))
                .findFirst();
    }
}
