// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.examples.SMPPServerSimulator;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;

/**
 * What the simulator of a message centre that comes with jSMPP does with messages, and a memory of them. Listens by
 * itself, because the simulator doesn't say when it has begun to.
 */
final class Centre extends SMPPServerSimulator {
    static final String SYSTEM_ID = "mfa";
    static final String PASSWORD = "password";

    final List<String> received = new CopyOnWriteArrayList<>();
    final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final int port;

    private Centre(int port) {
        super(false, port, SYSTEM_ID, PASSWORD);
        this.port = port;
    }

    static Centre start() {
        Centre centre = new Centre(freePort());
        try {
            SMPPServerSessionListener listener = new SMPPServerSessionListener(centre.port);
            Thread thread = new Thread(() -> centre.accept(listener), "centre");
            thread.setDaemon(true);
            thread.start();
            return centre;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void accept(SMPPServerSessionListener listener) {
        try {
            while (true) {
                SMPPServerSession session = listener.accept();
                session.setMessageReceiverListener(this);
                session.setResponseDeliveryListener(this);
                letIn(session);
            }
        } catch (IOException | TimeoutException | PDUStringException e) {
            throw new AssertionError(e);
        }
    }

    private static void letIn(SMPPServerSession session) throws IOException, TimeoutException, PDUStringException {
        BindRequest request = session.waitForBind(5000);
        if (request.getSystemId().equals(SYSTEM_ID) && request.getPassword().equals(PASSWORD)) {
            request.accept("centre", request.getInterfaceVersion());
        } else {
            request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
        }
    }

    int port() {
        return port;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        OptionalParameter.Message_payload payload =
                message.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] text = payload == null ? message.getShortMessage() : payload.getValue();
        boolean isUcs2 = message.getDataCoding() == 8;
        received.add("%s %d/%d > %d/%d %s: %s"
                .formatted(
                        message.getSourceAddr(),
                        message.getSourceAddrTon(),
                        message.getSourceAddrNpi(),
                        message.getDestAddrTon(),
                        message.getDestAddrNpi(),
                        message.getDestAddress(),
                        new String(text, isUcs2 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII)));
        if (!sessions.contains(source)) {
            sessions.add(source);
        }
        return super.onAcceptSubmitSm(message, source);
    }

    /** Waits, for ten seconds at most, until something has become true. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
