// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** What follows the removal of factors: an event for each, one e-mail, and the end of what they have proved. */
final class RemovalReport {
    private RemovalReport() {}

    /**
     * To be called once they have been removed.
     *
     * @param gone what was removed; not empty
     */
    static void send(StepContext step, List<CredentialModel> gone) {
        for (CredentialModel removed : gone) {
            step.newEvent()
                    .event(EventType.REMOVE_CREDENTIAL)
                    .user(step.user())
                    .detail(Details.CREDENTIAL_TYPE, removed.getType())
                    .detail(Details.CREDENTIAL_ID, removed.getId())
                    .success();
        }
        Notifications.send(
                step.session(),
                step.realm(),
                step.user(),
                Notice.FACTOR_REMOVED,
                gone.get(0).getType());
        forgetProofs(step, gone);
    }

    /**
     * A proof names its method, not the key or the app. So the user's other sessions lose every proof of the method, since
     * each may be the thief's; this one keeps its own while another factor of the same method backs it.
     */
    private static void forgetProofs(StepContext step, List<CredentialModel> gone) {
        Set<String> words = gone.stream()
                .flatMap(removed -> SecondFactors.wordOf(removed.getType()).stream())
                .collect(Collectors.toSet());
        SessionProofs proofs = new SessionProofs(step.session(), step.realm());
        if (step.loginCheck().proofInLogin().isEmpty()) {
            proofs.clear(step.authSession());
        }
        String own = step.authSession().getParentSession().getId();
        UserModel now = step.authSession().getAuthenticatedUser();
        Policy policy = step.policy();
        proofs.forget(
                now,
                (sessionId, proof) -> words.contains(proof.method())
                        && !(sessionId.equals(own) && SecondFactors.canHaveMade(proof, now, policy)));
    }
}
