// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sms;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.sentcodes.SentCodeQuestion;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.providers.codes.CodeChannel;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.phones.PhoneNumber;
import io.mspmfa.providers.smscodes.SmsChannel;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Asks for a code that is sent to the user's phone. */
public final class SmsPages extends SentCodeQuestion {
    @Override
    public SecondFactor factor() {
        return SmsFactor.INSTANCE;
    }

    @Override
    public SetUp setUp() {
        return new SmsSetUp();
    }

    @Override
    public boolean isUsable(StepContext step) {
        return SmsFactor.INSTANCE.canSend(step.session()) && super.isUsable(step);
    }

    @Override
    public Optional<String> obstacle(StepContext step) {
        boolean isAsked = factor().isEnrolled(step.user()) && factor().countsFor(step.user(), step.policy());
        return isAsked ? SmsSetUp.obstacle(step) : Optional.empty();
    }

    @Override
    protected CodeChannel channel(KeycloakSession session) {
        return SmsChannel.of(session);
    }

    @Override
    protected String target(UserModel user) {
        return SmsFactor.INSTANCE.number(user).orElseThrow().e164();
    }

    @Override
    protected String masked(String target) {
        return new PhoneNumber(target).masked();
    }

    @Override
    public List<ManageRow> rows(StepContext step) {
        return factor().of(step.user())
                .map(stored -> ManageRow.of(factor(), stored, "message", "mspMfaManageSms"))
                .toList();
    }
}
