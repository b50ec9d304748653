// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.SmsNotSentException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/**
 * The one session of this node with the message centre, because centres limit how often one may bind. It is bound for the
 * first message, shared by all that follow, and closed after a while without any.
 */
final class SmppLink {
    private static final int ANSWER_MILLIS = 2000;

    /** After so long without a word from the centre it is asked for one, so that a lost connection is noticed. */
    private static final int ENQUIRE_MILLIS = 15_000;

    private static final byte ZERO = 0;

    private final SmppSettings settings;
    private final SmppSockets sockets;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, SmppLink::thread);
    private @Nullable SMPPSession session;
    private @Nullable ScheduledFuture<?> closing;

    SmppLink(SmppSettings settings, SmppSockets sockets) {
        this.settings = settings;
        this.sockets = sockets;
        // without the thread where there is nothing to close
        clock.setKeepAliveTime(1, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Submits a message. Binds again, once, if the session turns out to be lost before the message left.
     *
     * @param isGivenUp whether nobody waits for the message any more, so that it should not be sent
     * @throws SmsNotSentException if the centre is not known to have accepted it
     */
    void submit(SmsMessage message, String password, BooleanSupplier isGivenUp) {
        refuseIfLogged();
        SMPPSession known = bound(password, isGivenUp);
        try {
            submit(known, message);
        } catch (LostException e) {
            drop(known);
            SMPPSession fresh = bound(password, isGivenUp);
            try {
                submit(fresh, message);
            } catch (LostException again) {
                drop(fresh);
                throw new SmsNotSentException("the connection to the message centre was lost twice");
            }
        }
        closeLater();
    }

    /** At this level, the library writes messages and its password into the log. */
    private static void refuseIfLogged() {
        Logger log = Logger.getLogger(DefaultPDUSender.class);
        if (log.isDebugEnabled()) {
            throw new SmsNotSentException("the log level of " + DefaultPDUSender.class.getPackageName()
                    + " is DEBUG, which would write codes into the log: set it to INFO");
        }
    }

    private synchronized SMPPSession bound(String password, BooleanSupplier isGivenUp) {
        if (isGivenUp.getAsBoolean()) {
            throw new SmsNotSentException("too late");
        }
        if (!isBound()) {
            drop(session);
            session = bind(password);
        }
        return Objects.requireNonNull(session);
    }

    private SMPPSession bind(String password) {
        SMPPSession fresh =
                new SMPPSession(new SynchronizedPDUSender(new DefaultPDUSender()), new DefaultPDUReader(), sockets);
        fresh.setTransactionTimer(ANSWER_MILLIS);
        fresh.setEnquireLinkTimer(ENQUIRE_MILLIS);
        fresh.setMessageReceiverListener(new Ignored());
        BindParameter as = new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                password,
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
        try {
            fresh.connectAndBind(settings.host(), settings.port(), as, ANSWER_MILLIS);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw new SmsNotSentException("the message centre did not accept a session: "
                    + e.getClass().getSimpleName());
        }
    }

    private void submit(SMPPSession bound, SmsMessage message) throws LostException {
        SmppText text = SmppText.of(message.text());
        SmppAddress from = SmppAddress.ofSender(Objects.requireNonNullElse(message.sender(), settings.sender()));
        SmppAddress to = SmppAddress.ofNumber(message.number());
        try {
            bound.submitShortMessage(
                    settings.systemType(),
                    from.type(),
                    from.plan(),
                    from.text(),
                    to.type(),
                    to.plan(),
                    to.text(),
                    new ESMClass(),
                    ZERO,
                    ZERO,
                    null,
                    null,
                    new RegisteredDelivery(),
                    ZERO,
                    text.coding(),
                    ZERO,
                    text.shortMessage(),
                    text.parameters());
        } catch (IOException e) {
            throw new LostException();
        } catch (ResponseTimeoutException e) {
            // perhaps it has the message, so there is no second try
            drop(bound);
            throw new SmsNotSentException("the message centre did not answer");
        } catch (NegativeResponseException e) {
            throw new SmsNotSentException("the message centre answered with status " + e.getCommandStatus());
        } catch (PDUException e) {
            throw new SmsNotSentException("the message can't be written in SMPP");
        } catch (InvalidResponseException e) {
            throw new SmsNotSentException("the message centre's answer can't be read");
        }
    }

    synchronized boolean isBound() {
        return session != null && session.getSessionState().isTransmittable();
    }

    private synchronized void closeLater() {
        if (closing != null) {
            closing.cancel(false);
        }
        closing = clock.schedule(this::close, settings.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes leave of the message centre. */
    void close() {
        SMPPSession last = take(null);
        if (last != null) {
            last.unbindAndClose();
        }
    }

    /** Forgets a session that is of no use any more, unless another has taken its place. */
    private void drop(@Nullable SMPPSession lost) {
        if (lost != null && take(lost) != null) {
            lost.close();
        }
    }

    private synchronized @Nullable SMPPSession take(@Nullable SMPPSession wanted) {
        SMPPSession taken = wanted == null || wanted == session ? session : null;
        session = taken == null ? session : null;
        return taken;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "msp-mfa-smpp-idle");
        thread.setDaemon(true);
        return thread;
    }

    /** The connection broke before the message centre had the message. */
    private static final class LostException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
