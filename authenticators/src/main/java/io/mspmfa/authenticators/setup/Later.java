// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.PendingActions;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.ids.ActionIds;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves a set-up undone that a link in an e-mail asked for. The wish moves to the user, who meets it at the next
 * login. Whatever else the link asked for comes first; then the login ends with a page that says so.
 */
record Later() implements Conversation {
    @Override
    public void show(StepContext step) {
        PendingActions.putOn(step.user(), step.id());
        if (isOtherActionPending(step)) {
            step.skip();
        } else {
            answer(step);
        }
    }

    @Override
    public void answer(StepContext step) {
        step.endWithoutSession("mspMfaLaterTitle", "mspMfaLater");
    }

    private static boolean isOtherActionPending(StepContext step) {
        Set<String> setUps = SecondFactors.kinds()
                .flatMap(kind -> kind.setUpActions().stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                        step.authSession().getRequiredActions().stream(),
                        step.user().getRequiredActionsStream())
                .anyMatch(action -> !setUps.contains(action) && !action.startsWith(ActionIds.LOGIN_CHECK));
    }
}
