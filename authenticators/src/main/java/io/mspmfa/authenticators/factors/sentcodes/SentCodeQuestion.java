// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sentcodes;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.codes.CodeChannel;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.uses.FactorUses;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Asks for a code that is sent to the user (A37). */
public abstract class SentCodeQuestion implements FactorPages {

    /** How the code is sent. */
    protected abstract CodeChannel channel(KeycloakSession session);

    /** Where it is sent to. Only called if the factor is usable, so that there is an address or number. */
    protected abstract String target(UserModel user);

    /** What the page shows of that (R20). */
    protected abstract String masked(String target);

    @Override
    public final void show(StepContext step, Setting setting) {
        page(step, setting).show();
    }

    @Override
    public final void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed) {
        page(step, setting).answer(right -> {
            factor().usable(right.user())
                    .forEach(used -> FactorUses.used(right.session(), right.realm(), right.user(), used.getId()));
            new SessionProofs(right.session(), right.realm()).record(right.authSession(), right.user(), word());
            passed.accept(right, word());
        });
    }

    private SentCodePage page(StepContext step, Setting setting) {
        String target = target(step.user());
        return new SentCodePage(
                step,
                channel(step.session()),
                target,
                setting.purpose().name().toLowerCase(Locale.ROOT),
                EventType.LOGIN,
                () -> setting.page(step, "msp-mfa-challenge.ftl").with("sentTo", masked(target)));
    }
}
