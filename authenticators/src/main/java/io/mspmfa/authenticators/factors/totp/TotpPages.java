// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.Refusal;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.factors.totp.TotpFactor;
import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.credential.CredentialModel;

/** Asks for the code of an authenticator app. */
public final class TotpPages implements FactorPages {
    private static final String CODE = "code";

    @Override
    public SecondFactor factor() {
        return TotpFactor.INSTANCE;
    }

    @Override
    public void show(Door door, Setting setting) {
        door.show(page(door, setting).render());
    }

    @Override
    public void answer(Door door, Setting setting, BiConsumer<Door, String> passed) {
        String code = door.input(CODE);
        if (code.isBlank()) {
            door.show(page(door, setting).error(CODE, "mspMfaOtpMissing").render());
            return;
        }
        Verdict verdict = new CodeCheck(door).app(code);
        if (verdict.isAccepted()) {
            passed.accept(door, word());
        } else {
            new Refusal(door, word()).refuse(verdict, CODE, page(door, setting));
        }
    }

    private static Page page(Door door, Setting setting) {
        return setting.page(door, "msp-mfa-challenge.ftl")
                .with(
                        "deviceLabel",
                        TotpFactor.INSTANCE
                                .app(door.user())
                                .map(CredentialModel::getUserLabel)
                                .orElse(null))
                .with("digits", TotpFactor.INSTANCE.longestCode(door.user()))
                .with("lockedSeconds", new CodeCheck(door).secondsLocked());
    }

    /** One row: setting up again replaces every app that there is. */
    @Override
    public List<ManageRow> rows(Door door) {
        return TotpFactor.INSTANCE.app(door.user()).stream()
                .map(app -> ManageRow.of(door, app, "phone", "mspMfaManageApp", "replace"))
                .toList();
    }
}
