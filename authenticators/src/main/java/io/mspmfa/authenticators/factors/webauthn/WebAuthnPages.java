// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.keycloak.common.Profile;

/**
 * Asks for a security key or passkey, on our own page around Keycloak's script. The browser's response is verified by
 * Keycloak's own authenticator, whatever flow the tenant uses.
 */
public final class WebAuthnPages implements FactorPages {
    private static final String TEMPLATE = "msp-mfa-webauthn.ftl";

    @Override
    public SecondFactor factor() {
        return WebAuthnFactor.INSTANCE;
    }

    @Override
    public SetUp setUp() {
        return new KeySetUp();
    }

    @Override
    public boolean isUsable(StepContext step) {
        return Profile.isFeatureEnabled(Profile.Feature.WEB_AUTHN) && FactorPages.super.isUsable(step);
    }

    @Override
    public void show(StepContext step, Setting setting) {
        step.show(page(step, setting).render());
    }

    @Override
    public void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed) {
        KeyAnswer answer = KeyAnswer.posted(step);
        if (!answer.isComplete()) {
            // the browser's prompt was closed or timed out, so nobody guessed anything
            String message = answer.isAbandoned() ? "mspMfaWebauthnCancelled" : null;
            step.show(page(step, setting).problem(message).render());
            return;
        }
        CodeCheck check = new CodeCheck(step);
        Attempts attempts = check.attempts();
        OptionalInt attempt = check.isLockedByKeycloak() ? OptionalInt.empty() : attempts.begin();
        if (attempt.isEmpty()) {
            new CodeRefusal(step, word()).lock(check.secondsLocked());
        } else if (!answer.isRight()) {
            refuse(step, setting, attempts.failed(attempt.getAsInt()));
        } else {
            attempts.succeeded(attempt.getAsInt());
            conclude(step, setting, passed);
        }
    }

    /** A passkey that didn't verify its user gives no proof, since this login may have begun with that very passkey. */
    private void conclude(StepContext step, Setting setting, BiConsumer<StepContext, String> passed) {
        if (step.loginCheck().proofInLogin().isPresent()) {
            passed.accept(step, word());
        } else {
            step.show(page(step, setting).problem("mspMfaWebauthnUnverified").render());
        }
    }

    private void refuse(StepContext step, Setting setting, Verdict verdict) {
        if (verdict.outcome() == Verdict.Outcome.LOCKED) {
            new CodeRefusal(step, word()).lock(verdict.number());
        } else {
            // Keycloak's authenticator has already sent the event
            step.showFailure(page(step, setting).problem("mspMfaWebauthnWrong").render());
        }
    }

    private static Page page(StepContext step, Setting setting) {
        return setting.page(step, TEMPLATE)
                .with("key", KeyRequest.begin(step).model())
                .with("lockedSeconds", new CodeCheck(step).secondsLocked());
    }

    @Override
    public List<ManageRow> rows(StepContext step) {
        return factor().of(step.user())
                .map(key -> ManageRow.of(factor(), key, "key", title(key.getType())))
                .toList();
    }

    private static String title(String credentialType) {
        return WebAuthnFactor.PASSKEY.equals(credentialType) ? "mspMfaManagePasskey" : "mspMfaManageSecurityKey";
    }
}
