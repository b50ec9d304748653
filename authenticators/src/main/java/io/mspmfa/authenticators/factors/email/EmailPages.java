// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.sentcodes.SentCodePage;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.email.EmailChannel;
import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.uses.FactorUses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.keycloak.events.EventType;

/** Asks for a code that is sent to the address of the account (A37). */
public final class EmailPages implements FactorPages {
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
        return EmailFactor.INSTANCE.canSend(step.realm()) && FactorPages.super.isUsable(step);
    }

    @Override
    public Optional<String> obstacle(StepContext step) {
        if (isUsable(step) || !factor().isEnrolled(step.user()) || !factor().countsFor(step.user(), step.policy())) {
            return Optional.empty();
        }
        return EmailSetUp.obstacle(step);
    }

    @Override
    public void show(StepContext step, Setting setting) {
        page(step, setting).show();
    }

    @Override
    public void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed) {
        page(step, setting).answer(right -> {
            factor().usable(right.user())
                    .forEach(used -> FactorUses.used(right.session(), right.realm(), right.user(), used.getId()));
            new SessionProofs(right.session(), right.realm()).record(right.authSession(), right.user(), word());
            passed.accept(right, word());
        });
    }

    /** Only called if the factor is usable, so that there is an address. */
    private static SentCodePage page(StepContext step, Setting setting) {
        String address = EmailFactor.INSTANCE.verifiedAddress(step.user()).orElseThrow();
        String purpose = setting.purpose().name().toLowerCase(Locale.ROOT);
        return new SentCodePage(
                step,
                EmailChannel.of(step.session()),
                address,
                purpose,
                EventType.LOGIN,
                () -> challenge(step, setting, address));
    }

    private static Page challenge(StepContext step, Setting setting, String address) {
        return setting.page(step, "msp-mfa-challenge.ftl").with("sentTo", MaskedAddress.of(address));
    }

    @Override
    public List<ManageRow> rows(StepContext step) {
        return factor().of(step.user())
                .map(stored -> ManageRow.of(factor(), stored, "mail", "mspMfaManageEmail"))
                .toList();
    }
}
