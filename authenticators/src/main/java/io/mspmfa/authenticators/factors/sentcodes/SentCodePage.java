// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sentcodes;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.core.codes.SentCode;
import io.mspmfa.core.totp.Totp;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.codes.CodeChannel;
import io.mspmfa.providers.codes.SentCodes;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.events.EventType;

/**
 * A page that sends a code when it is shown for the first time, and when the user asks for another; a reload sends
 * nothing (P6). Wrong codes are counted as everywhere else, and another code doesn't change that (R16).
 */
public final class SentCodePage {
    private static final String CODE = "code";
    private static final String RESEND = "resend";

    /** Besides the names of deliveries: nothing was sent. */
    private static final String NONE = "none";

    private final StepContext step;
    private final CodeChannel channel;
    private final String target;
    private final EventType event;
    private final Supplier<Page> page;
    private final SentCodes codes;

    /**
     * @param target the user's address or number at the time of this request
     * @param purpose what the code is asked for; a code for one purpose is wrong for any other
     * @param event the type of event that reports failures
     * @param page creates the page, to which this adds what it knows about the code
     */
    public SentCodePage(
            StepContext step,
            CodeChannel channel,
            String target,
            String purpose,
            EventType event,
            Supplier<Page> page) {
        this.step = step;
        this.channel = channel;
        this.target = target;
        this.event = event;
        this.page = page;
        this.codes = new SentCodes(step.session(), step.authSession(), step.user(), channel, purpose);
    }

    /** Shows the page. */
    public void show() {
        if (codes.last().isEmpty() && check().secondsLocked() == 0) {
            send();
        }
        if (hasMoved()) {
            showMoved();
        } else {
            step.show(page().render());
        }
    }

    /**
     * Handles what was posted.
     *
     * @param passed continues after the right code
     */
    public void answer(Consumer<StepContext> passed) {
        if (step.isPressed(RESEND)) {
            sendAgain();
        } else if (step.input(CODE).isBlank()) {
            step.show(page().error(CODE, "mspMfaOtpMissing").render());
        } else if (hasMoved()) {
            showMoved();
        } else if (!isAlive()) {
            // nobody guessed anything
            step.show(page().error(CODE, "mspMfaSentCodeExpired").render());
        } else {
            verify(passed);
        }
    }

    private void sendAgain() {
        int wait = codes.last().map(code -> code.secondsToRetry(step.now())).orElse(0);
        if (wait == 0 && check().secondsLocked() == 0) {
            send();
        }
        step.show(page().render());
    }

    /** Whether the last code went to an address or number that the user no longer has. */
    private boolean hasMoved() {
        return codes.last().isPresent() && !codes.isSentTo(target);
    }

    private void showMoved() {
        codes.forget();
        step.show(page().problem("mspMfaSentCodeMoved").render());
    }

    private boolean isAlive() {
        return codes.last().filter(code -> code.isAlive(step.now())).isPresent();
    }

    private void verify(Consumer<StepContext> passed) {
        Attempts attempts = check().attempts();
        OptionalInt attempt = check().isLockedByKeycloak() ? OptionalInt.empty() : attempts.begin();
        if (attempt.isEmpty()) {
            refusal().lock(check().secondsLocked());
        } else if (!codes.isRight(Totp.normalise(step.input(CODE)), target)) {
            refusal().refuse(attempts.failed(attempt.getAsInt()), CODE, page());
        } else {
            attempts.succeeded(attempt.getAsInt());
            use(passed);
        }
    }

    /** Of several requests with the right code at the same time, one may continue (R15). */
    private void use(Consumer<StepContext> passed) {
        if (codes.use()) {
            passed.accept(step);
        } else {
            step.show(page().error(CODE, "mspMfaSentCodeExpired").render());
        }
    }

    private void send() {
        codes.send(target).ifPresent(this::report);
    }

    private void report(SentCode.Delivery delivery) {
        switch (delivery) {
            case FAILED -> refusal().report(SendErrors.failed(channel));
            case REFUSED -> refusal().report(SendErrors.TOO_MANY);
            case SENT, LATE, VOID -> {}
        }
    }

    private Page page() {
        int locked = check().secondsLocked();
        return page.get()
                .with("channel", channel.word())
                .with("digits", channel.digits())
                .with("delivery", delivery(locked != 0))
                .with(
                        "retrySeconds",
                        codes.last()
                                .map(code -> code.secondsToRetry(step.now()))
                                .orElse(0))
                .with("lockedSeconds", locked);
    }

    /** Nothing is sent to a user who is locked; without any code otherwise, another request is sending one just now. */
    private String delivery(boolean locked) {
        if (locked && codes.last().isEmpty()) {
            return NONE;
        }
        return codes.last()
                .map(SentCode::delivery)
                .orElse(SentCode.Delivery.SENT)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private CodeCheck check() {
        return new CodeCheck(step);
    }

    private CodeRefusal refusal() {
        return new CodeRefusal(step, channel.word(), event);
    }
}
