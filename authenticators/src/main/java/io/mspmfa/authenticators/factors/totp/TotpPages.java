// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.factors.totp.TotpFactor;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.credential.OTPCredentialModel;

/** Asks for the code of an authenticator app. */
public final class TotpPages implements FactorPages {
    private static final String CODE = "code";

    @Override
    public SecondFactor factor() {
        return TotpFactor.INSTANCE;
    }

    @Override
    public SetUp setUp() {
        return new TotpSetUp();
    }

    @Override
    public void show(StepContext step, Setting setting) {
        step.show(page(step, setting).render());
    }

    @Override
    public void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed) {
        String code = step.input(CODE);
        if (code.isBlank()) {
            step.show(page(step, setting).error(CODE, "mspMfaOtpMissing").render());
            return;
        }
        Verdict verdict = new CodeCheck(step).app(code);
        if (verdict.isAccepted()) {
            passed.accept(step, word());
        } else {
            new CodeRefusal(step, word()).refuse(verdict, CODE, page(step, setting));
        }
    }

    private static Page page(StepContext step, Setting setting) {
        return setting.page(step, "msp-mfa-challenge.ftl")
                .with("deviceLabel", onlyLabel(TotpFactor.INSTANCE.apps(step.user())))
                .with("digits", TotpFactor.INSTANCE.longestCode(step.user()))
                .with("lockedSeconds", new CodeCheck(step).secondsLocked());
    }

    /** The name of the app if there is no other: the code of any of them will do. */
    private static @Nullable String onlyLabel(List<OTPCredentialModel> apps) {
        return apps.size() == 1 ? apps.get(0).getUserLabel() : null;
    }

    @Override
    public List<ManageRow> rows(StepContext step) {
        return factor().of(step.user())
                .map(app -> ManageRow.of(factor(), app, "phone", "mspMfaManageApp"))
                .toList();
    }
}
