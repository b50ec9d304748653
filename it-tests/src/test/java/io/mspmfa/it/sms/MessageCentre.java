// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.examples.SMPPServerSimulator;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;

/** The simulator of a message centre that comes with jSMPP, and a memory of what it was sent. */
final class MessageCentre extends SMPPServerSimulator {
    private static final String SYSTEM_ID = "mfa";
    static final String PASSWORD = "secret";

    /** The data coding of texts outside the GSM alphabet (SMPP 3.4, section 5.2.19). */
    private static final int UCS2 = 8;

    private final Messages messages = new Messages();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final int port;

    private MessageCentre(int port) {
        super(false, port, SYSTEM_ID, PASSWORD);
        this.port = port;
    }

    static MessageCentre start() {
        MessageCentre centre = new MessageCentre(freePort());
        Thread thread = new Thread(centre, "message-centre");
        thread.setDaemon(true);
        thread.start();
        return centre;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server's options, without its password. */
    String[] options() {
        String prefix = "--spi-msp-mfa-sms--smpp--";
        return new String[] {
            prefix + "host=localhost", prefix + "port=" + port, prefix + "tls=false", prefix + "system-id=" + SYSTEM_ID
        };
    }

    /** Ends all sessions, as a centre does that is started again. */
    void hangUp() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    TextMessage nextTo(String number) {
        return messages.nextTo(number);
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        OptionalParameter.Message_payload payload =
                message.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] text = payload == null ? message.getShortMessage() : payload.getValue();
        boolean isUcs2 = message.getDataCoding() == UCS2;
        sessions.add(source);
        messages.add(new TextMessage(
                "+" + message.getDestAddress(),
                message.getSourceAddr(),
                isUcs2 ? new String(text, StandardCharsets.UTF_16BE) : fromGsm(text)));
        return super.onAcceptSubmitSm(message, source);
    }

    /** Of the GSM alphabet (3GPP TS 23.038), as far as it is used here: it differs from ASCII in one character only. */
    private static String fromGsm(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).replace('\0', '@');
    }
}
