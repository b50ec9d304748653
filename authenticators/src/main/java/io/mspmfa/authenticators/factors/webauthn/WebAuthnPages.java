// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.Refusal;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.enforcement.LoginCheck;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.keycloak.common.Profile;

/**
 * Asks for a security key or passkey, on a page of ours around Keycloak's script. What the browser sends is verified by
 * Keycloak's own authenticator, whatever flow the tenant has.
 */
public final class WebAuthnPages implements FactorPages {
    private static final String TEMPLATE = "msp-mfa-webauthn.ftl";

    @Override
    public SecondFactor factor() {
        return WebAuthnFactor.INSTANCE;
    }

    @Override
    public boolean isUsable(Door door) {
        return Profile.isFeatureEnabled(Profile.Feature.WEB_AUTHN) && FactorPages.super.isUsable(door);
    }

    @Override
    public void show(Door door, Setting setting) {
        door.show(page(door, setting).render());
    }

    @Override
    public void answer(Door door, Setting setting, BiConsumer<Door, String> passed) {
        KeyAnswer answer = KeyAnswer.posted(door);
        if (!answer.isComplete()) {
            // the browser's prompt was closed, or timed out: nobody guessed anything
            String message = answer.isAbandoned() ? "mspMfaWebauthnCancelled" : null;
            door.show(page(door, setting).problem(message).render());
            return;
        }
        CodeCheck check = new CodeCheck(door);
        Attempts attempts = check.attempts();
        OptionalInt attempt = check.isLockedByKeycloak() ? OptionalInt.empty() : attempts.begin();
        if (attempt.isEmpty()) {
            new Refusal(door, word()).lock(check.secondsLocked());
        } else if (!answer.isRight()) {
            refuse(door, setting, attempts.failed(attempt.getAsInt()));
        } else {
            attempts.succeeded(attempt.getAsInt());
            conclude(door, setting, passed);
        }
    }

    /** A passkey that did not check who holds it gives no proof: it may be the very thing that began this login. */
    private void conclude(Door door, Setting setting, BiConsumer<Door, String> passed) {
        if (new LoginCheck(door.session(), door.login()).proofInLogin().isPresent()) {
            passed.accept(door, word());
        } else {
            door.show(page(door, setting).problem("mspMfaWebauthnUnverified").render());
        }
    }

    private void refuse(Door door, Setting setting, Verdict verdict) {
        if (verdict.outcome() == Verdict.Outcome.LOCKED) {
            new Refusal(door, word()).lock(verdict.number());
        } else {
            // Keycloak's authenticator has sent the event
            door.showFailure(page(door, setting).problem("mspMfaWebauthnWrong").render());
        }
    }

    private static Page page(Door door, Setting setting) {
        return setting.page(door, TEMPLATE)
                .with("key", KeyRequest.begin(door).model())
                .with("lockedSeconds", new CodeCheck(door).secondsLocked());
    }

    /** Set up and removed on Keycloak's pages. */
    @Override
    public List<ManageRow> rows(Door door) {
        return factor().of(door.user())
                .map(key -> ManageRow.of(door, key, "key", title(key.getType()), null))
                .toList();
    }

    private static String title(String credentialType) {
        return WebAuthnFactor.PASSKEY.equals(credentialType) ? "mspMfaManagePasskey" : "mspMfaManageSecurityKey";
    }
}
