// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import static io.mspmfa.providers.sms.NotSent.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mspmfa.providers.sms.NotSent;
import io.mspmfa.providers.sms.RawServer;
import io.mspmfa.providers.sms.SelfSigned;
import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.SmsNotSentException;
import io.mspmfa.providers.sms.options.WaitingPlaces;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jsmpp.DefaultPDUSender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmppGatewayTest {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int BIND_RESPONSE = 0x80000009;
    private static final int SUBMIT = 4;

    private final Centre centre = Centre.start();
    private final SmppLink link = link(centre.port(), LONG);
    private final SmsGateway gateway = gateway(link, Centre.PASSWORD);

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    @Test
    void sendsToANumberFromANameANumberOrAShortCode() {
        gateway.send(MESSAGE);
        gateway.send(new SmsMessage("+4915112345678", "2", "+4930901820"));
        gateway.send(new SmsMessage("+4915112345678", "3", "12345"));

        assertThat(centre.received)
                .containsExactly(
                        "Codes 5/0 > 1/1 4915112345678: Your code: 482913",
                        "4930901820 1/1 > 1/1 4915112345678: 2",
                        "12345 3/0 > 1/1 4915112345678: 3");
    }

    @Test
    void sendsOtherAlphabetsAndLongTexts() {
        gateway.send(new SmsMessage("+48500100200", "Twój kod: 482913 – łatwe", null));
        gateway.send(new SmsMessage("+48500100200", "x".repeat(400), null));

        assertThat(centre.received).hasSize(2);
        assertThat(centre.received.get(0)).endsWith(": Twój kod: 482913 – łatwe");
        assertThat(centre.received.get(1)).endsWith(": " + "x".repeat(400));
    }

    @Test
    void oneSessionServesAllMessagesAndAnotherFollowsIfItIsLost() {
        for (int i = 0; i < 3; i++) {
            gateway.send(MESSAGE);
        }
        assertThat(centre.sessions).hasSize(1);

        centre.sessions.get(0).close();
        Centre.await(() -> !link.isBound());
        gateway.send(MESSAGE);
        assertThat(centre.sessions).hasSize(2);
        assertThat(centre.received).hasSize(4);
    }

    @Test
    void aSessionWithoutMessagesIsClosed() {
        SmppLink brief = link(centre.port(), Duration.ofMillis(50));
        gateway(brief, Centre.PASSWORD).send(MESSAGE);

        Centre.await(() -> !brief.isBound());
        gateway(brief, Centre.PASSWORD).send(MESSAGE);
        assertThat(centre.sessions).hasSize(2);
    }

    @Test
    void aWrongPasswordIsTold() {
        NotSent.reason(gateway(link, "wrong")).contains("did not accept a session");
    }

    @Test
    void aCentreThatRefusesIsTold() throws IOException {
        RawServer server = RawServer.start(RawServer::silence);
        server.close();

        NotSent.reason(gateway(link(server.port(), LONG), Centre.PASSWORD)).contains("ConnectException");
    }

    @Test
    void aCentreThatIsSilentIsGivenUp() throws IOException {
        try (RawServer server = RawServer.start(RawServer::silence)) {
            NotSent.reason(gateway(link(server.port(), LONG), Centre.PASSWORD)).contains("did not accept a session");
        }
    }

    /** Half open: perhaps it has the message, so another try could send a second one. */
    @Test
    void aCentreThatFallsSilentGetsEachMessageOnce() throws IOException {
        AtomicInteger submitted = new AtomicInteger();
        try (RawServer server = RawServer.start((connection, self) -> answerTheBindOnly(connection, submitted))) {
            NotSent.reason(gateway(link(server.port(), LONG), Centre.PASSWORD)).contains("did not answer");
        }
        assertThat(submitted).hasValue(1);
    }

    @Test
    void aMessageThatNobodyWaitsForIsNotSent() {
        assertThatExceptionOfType(SmsNotSentException.class)
                .isThrownBy(() -> link.submit(MESSAGE, Centre.PASSWORD, () -> true))
                .withMessage("too late");
        assertThat(centre.received).isEmpty();
    }

    @Test
    void R20_nothingIsSentWhileTheLibraryWouldLogIt() {
        Logger log = Logger.getLogger(DefaultPDUSender.class.getName());
        log.setLevel(Level.FINE);
        try {
            NotSent.reason(gateway).contains("the log level of org.jsmpp is DEBUG");
        } finally {
            log.setLevel(null);
        }
        assertThat(centre.received).isEmpty();
    }

    @Test
    void onlyACertificateThatKeycloakTrustsIsAccepted(@TempDir Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.of(folder, "dns:localhost");
        var sockets = certificate.server().getServerSocketFactory();
        try (RawServer server = RawServer.start(sockets, (connection, self) -> {
            connection.getInputStream().read();
        })) {
            SmppSockets trusting = new SmppSockets(certificate.client());

            assertThat(trusting.createConnection("localhost", server.port()).isOpen())
                    .isTrue();
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> trusting.createConnection("127.0.0.1", server.port()));
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() ->
                            new SmppSockets(SSLContext.getDefault()).createConnection("localhost", server.port()));
        }
    }

    private static void answerTheBindOnly(Socket connection, AtomicInteger submitted) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        while (true) {
            int length = in.readInt();
            int command = in.readInt();
            in.readInt();
            int sequence = in.readInt();
            in.readFully(new byte[length - 16]);
            if (command == SUBMIT) {
                submitted.incrementAndGet();
            } else if ((BIND_RESPONSE & 0xFF) == command) {
                out.writeInt(17);
                out.writeInt(BIND_RESPONSE);
                out.writeInt(0);
                out.writeInt(sequence);
                out.writeByte(0);
            }
        }
    }

    private static SmppLink link(int port, Duration idle) {
        SmppSettings settings = new SmppSettings("localhost", port, false, Centre.SYSTEM_ID, "", "Codes", idle);
        return new SmppLink(settings, new SmppSockets(null));
    }

    private static SmsGateway gateway(SmppLink link, String password) {
        return new SmppGateway(link, password, new WaitingPlaces(), THREADS);
    }
}
