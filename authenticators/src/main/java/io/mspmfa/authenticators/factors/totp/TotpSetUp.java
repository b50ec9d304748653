// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.DeviceName;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.SetUpEvent;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.totp.NewTotp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;

/** Sets up an authenticator app: a QR code to scan, then one or two codes. */
public final class TotpSetUp implements SetUp {
    @Override
    public String word() {
        return TotpFactor.WORD;
    }

    @Override
    public List<String> builtInActions() {
        return List.of(RequiredAction.CONFIGURE_TOTP.name());
    }

    @Override
    public Optional<String> reasonAgainst(StepContext step) {
        return Optional.empty();
    }

    /** If nothing comes between the QR code and the codes, they are on one page (V11). */
    @Override
    public boolean hasPreparation(boolean codesLast) {
        return !codesLast;
    }

    @Override
    public String preparationWord() {
        return "scan";
    }

    @Override
    public String proofWord() {
        return "verify";
    }

    @Override
    public Conversation preparation(Terms terms, Consumer<StepContext> next) {
        return new ScanPage(terms, next);
    }

    @Override
    public Conversation proof(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        return terms.codesLast() ? new ScanAndVerifyPage(terms, proved) : new VerifyPage(terms, back, proved);
    }

    @Override
    public boolean isStarted(StepContext step) {
        return new TotpSetUpNotes(step).since().isPresent();
    }

    @Override
    public boolean isProved(StepContext step) {
        return new TotpSetUpNotes(step).isProved();
    }

    @Override
    public boolean isReplacement(StepContext step, Wish wish) {
        return !replaced(step, wish).isEmpty();
    }

    @Override
    public Optional<String> replacedMessage() {
        return Optional.of("mspMfaReplacedNow");
    }

    /** The ids of the apps that the new one replaces. */
    private static Set<String> replaced(StepContext step, Wish wish) {
        return TotpFactor.INSTANCE
                .of(step.user())
                .map(CredentialModel::getId)
                .filter(id -> switch (wish.kind()) {
                    case FACTOR -> true;
                    case ANOTHER -> false;
                    case REPLACEMENT -> wish.credentialId().filter(id::equals).isPresent();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the app can't be given a name, as a message key; empty if it can. */
    Optional<String> objection(StepContext step, Wish wish, DeviceName name) {
        return name.objection(step.user(), TotpFactor.TYPE, replaced(step, wish));
    }

    @Override
    public void store(StepContext step, Wish wish, @Nullable String by) {
        UserModel user = step.user();
        TotpSetUpNotes notes = new TotpSetUpNotes(step);
        Set<String> replaced = replaced(step, wish);
        replaced.forEach(user.credentialManager()::removeStoredCredentialById);
        Notice notice = replaced.isEmpty() ? Notice.FACTOR_ADDED : Notice.FACTOR_REPLACED;
        String label = new DeviceName(notes.label()).free(user, TotpFactor.TYPE);
        NewTotp secret = notes.secret().orElseThrow();
        OTPCredentialModel stored = TotpFactor.INSTANCE.add(user, secret.toCredential(label));
        NewTotp.burn(step.session(), user, stored, notes.provedBy());
        SetUpEvent.report(step, stored, by);
        Notifications.send(step.session(), step.realm(), user, notice, TotpFactor.TYPE);
    }

    @Override
    public void forget(StepContext step) {
        new TotpSetUpNotes(step).forget();
    }
}
