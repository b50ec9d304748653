// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.totp.NewTotp;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
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
        return new VerifyPage(terms, back, proved);
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
    public void store(StepContext step, @Nullable String by) {
        UserModel user = step.user();
        TotpSetUpNotes notes = new TotpSetUpNotes(step);
        NewTotp secret = notes.secret().orElseThrow();
        Notice notice = TotpFactor.INSTANCE.isEnrolled(user) ? Notice.FACTOR_REPLACED : Notice.FACTOR_ADDED;
        OTPCredentialModel stored = TotpFactor.INSTANCE.replace(user, secret.toCredential(notes.label()));
        NewTotp.burn(step.session(), user, stored, notes.provedBy());
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(EventDetails.BY, by)
                .detail(Details.CREDENTIAL_TYPE, TotpFactor.TYPE)
                .detail(Details.CREDENTIAL_ID, stored.getId())
                .success();
        Notifications.send(step.session(), step.realm(), user, notice, TotpFactor.TYPE);
    }

    @Override
    public void forget(StepContext step) {
        new TotpSetUpNotes(step).forget();
    }
}
