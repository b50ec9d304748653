// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.sentcodes.SentCodeQuestion;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.providers.codes.CodeChannel;
import io.mspmfa.providers.email.EmailChannel;
import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.factors.spi.SecondFactor;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Asks for a code that is sent to the address of the account (A37). */
public final class EmailPages extends SentCodeQuestion {
    @Override
    public SecondFactor factor() {
        return EmailFactor.INSTANCE;
    }

    @Override
    public SetUp setUp() {
        return new EmailSetUp();
    }

    @Override
    public boolean isUsable(StepContext step) {
        return EmailFactor.INSTANCE.canSend(step.realm()) && super.isUsable(step);
    }

    @Override
    public Optional<String> obstacle(StepContext step) {
        if (isUsable(step) || !factor().isEnrolled(step.user()) || !factor().countsFor(step.user(), step.policy())) {
            return Optional.empty();
        }
        return EmailSetUp.obstacle(step);
    }

    @Override
    protected CodeChannel channel(KeycloakSession session) {
        return EmailChannel.of(session);
    }

    @Override
    protected String target(UserModel user) {
        return EmailFactor.INSTANCE.verifiedAddress(user).orElseThrow();
    }

    @Override
    protected String masked(String target) {
        return MaskedAddress.of(target);
    }

    @Override
    public List<ManageRow> rows(StepContext step) {
        return factor().of(step.user())
                .map(stored -> ManageRow.of(factor(), stored, "mail", "mspMfaManageEmail"))
                .toList();
    }
}
