// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a user has pressed on the self-service page: a task, and the factor that it is about.
 *
 * @param task what to do
 * @param factorId the id of the credential; empty for a task that is not about one in particular
 */
record Choice(Task task, String factorId) {
    private static final String SEPARATOR = ":";

    /** The choice for a button's value; empty if there is no such button. */
    static Optional<Choice> ofButton(String button) {
        int end = button.indexOf(SEPARATOR);
        String word = end < 0 ? button : button.substring(0, end);
        String id = end < 0 ? "" : button.substring(end + 1);
        return Arrays.stream(Task.values())
                .filter(task -> task.word().equals(word) && task.isAboutFactor() == !id.isEmpty())
                .findFirst()
                .map(task -> new Choice(task, id))
                .filter(choice -> choice.button().equals(button));
    }

    /** The value of its button. */
    String button() {
        return task.isAboutFactor() ? task.word() + SEPARATOR + factorId : task.word();
    }
}
