// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import static io.mspmfa.providers.sms.NotSent.MESSAGE;
import static io.mspmfa.providers.sms.NotSent.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.net.httpserver.HttpServer;
import io.mspmfa.providers.sms.NotSent;
import io.mspmfa.providers.sms.RawServer;
import io.mspmfa.providers.sms.SelfSigned;
import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.options.WaitingPlaces;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against servers on this machine that behave as badly as gateways do. */
class HttpGatewayTest {
    private static final SuccessRule ANY_2XX = new SuccessRule(Set.of(), "");
    private static final WaitingPlaces PLACES = new WaitingPlaces();
    private static final WaitingPlaces SOON = new WaitingPlaces(8, Duration.ofMillis(500));
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void sendsOneRequestWithNumberTextAndSecret() throws IOException {
        List<String> requests = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " " + body);
            exchange.sendResponseHeaders(202, -1);
        });
        server.start();
        try {
            to(server.getAddress().getPort(), ANY_2XX, PLACES).send(new SmsMessage("+4915112345678", "Grüße", "Acme"));
        } finally {
            server.stop(0);
        }
        assertThat(requests)
                .containsExactly("POST /send " + SECRET
                        + " {\"to\": \"+4915112345678\", \"from\": \"Acme\", \"text\": \"Grüße\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "200,'',true",
        "299,'',true",
        "500,'',false",
        "401,'',false",
        "304,'',false",
        "200,accepted,true",
        "200,rejected,false"
    })
    void P7_theAnswerDecidesWhetherItWasSent(int status, String text, boolean isSent) throws IOException {
        String body = "accepted, to +4915112345678: Your code: 482913";
        try (RawServer server = RawServer.start(answering("HTTP/1.1 " + status + " X\r\n", body))) {
            SmsGateway gateway = to(server.port(), new SuccessRule(Set.of(), text), PLACES);
            if (isSent) {
                assertThatNoException().isThrownBy(() -> gateway.send(MESSAGE));
            } else {
                NotSent.reason(gateway).contains("the gateway");
            }
        }
    }

    @Test
    void onlyTheListedStatusesCountIfThereIsAList() throws IOException {
        try (RawServer server = RawServer.start(answering(OK, ""))) {
            NotSent.reason(to(server.port(), new SuccessRule(Set.of(201), ""), PLACES))
                    .contains("status 200");
        }
    }

    /** It would take the code to wherever it leads. */
    @ParameterizedTest
    @CsvSource({"301", "302", "307", "308"})
    void aRedirectIsNotFollowed(int status) throws IOException {
        try (RawServer elsewhere = RawServer.start(answering(OK, ""));
                RawServer server = RawServer.start(answering(
                        "HTTP/1.1 " + status + " X\r\nLocation: http://localhost:" + elsewhere.port() + "/\r\n", ""))) {
            NotSent.reason(to(server.port(), ANY_2XX, PLACES)).contains("status " + status);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void aGatewayThatIsSilentCostsFourSeconds() throws IOException {
        try (RawServer server = RawServer.start(RawServer::silence)) {
            NotSent.reason(to(server.port(), ANY_2XX, PLACES)).contains("no answer within 4 seconds");
        }
    }

    @ParameterizedTest
    @CsvSource({"'HTTP/1.1 200 OK'", "'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n'"})
    void aGatewayThatDripsIsGivenUp(String atOnce) throws IOException {
        RawServer.Behaviour drips = (connection, server) -> {
            OutputStream out = connection.getOutputStream();
            out.write(atOnce.getBytes(UTF_8));
            while (true) {
                out.write('x');
                out.flush();
                server.pause();
            }
        };
        try (RawServer server = RawServer.start(drips)) {
            NotSent.reason(to(server.port(), ANY_2XX, SOON)).contains("no answer within");
        }
    }

    @Test
    void aGatewayThatRefusesOrHangsUpIsToldAtOnce() throws IOException {
        int port;
        try (RawServer server = RawServer.start(
                (connection, self) -> connection.getInputStream().read())) {
            port = server.port();
            NotSent.reason(to(port, ANY_2XX, PLACES)).contains("no answer: ");
            assertThat(server.connections())
                    .as("a second request could send a second message")
                    .isOne();
        }
        NotSent.reason(to(port, ANY_2XX, PLACES)).contains("no answer: ConnectException");
    }

    /** Linux leaves connections beyond the backlog unanswered, like a firewall that drops packets. */
    @Test
    void aGatewayThatDoesNotConnectIsGivenUpAfterTwoSeconds() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            NotSent.reason(to(full.getLocalPort(), ANY_2XX, PLACES)).contains("no answer: HttpConnectTimeoutException");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void ofALongAnswerOnlyTheBeginningIsRead() throws IOException {
        AtomicLong written = new AtomicLong();
        RawServer.Behaviour floods = (connection, server) -> {
            OutputStream out = connection.getOutputStream();
            out.write((OK + "Content-Length: 1000000000\r\n\r\nid=1 ").getBytes(UTF_8));
            byte[] kilobyte = new byte[1024];
            while (true) {
                out.write(kilobyte);
                written.addAndGet(kilobyte.length);
            }
        };
        try (RawServer server = RawServer.start(floods)) {
            to(server.port(), new SuccessRule(Set.of(), "id="), PLACES).send(MESSAGE);
            // what the buffers of the two sockets hold, at most
            assertThat(written.get()).isLessThan(20_000_000);
        }
    }

    @Test
    void onlyACertificateThatKeycloakTrustsIsAccepted(@TempDir Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.of(folder, "dns:localhost");
        var sockets = certificate.server().getServerSocketFactory();
        try (RawServer server = RawServer.start(sockets, answering(OK, ""))) {
            URI right = URI.create("https://localhost:" + server.port() + "/send");
            URI wrong = URI.create("https://127.0.0.1:" + server.port() + "/send");

            NotSent.reason(gateway(right, SSLContext.getDefault(), null)).contains("SSLHandshakeException");
            NotSent.reason(gateway(wrong, certificate.client(), null)).contains("SSLHandshakeException");
            assertThatNoException()
                    .isThrownBy(() -> gateway(right, certificate.client(), null).send(MESSAGE));
        }
    }

    @Test
    void aProxyIsAskedInsteadOfTheNameServer() throws Exception {
        List<String> asked = new ArrayList<>();
        RawServer.Behaviour proxy = (connection, server) -> {
            byte[] request = new byte[4096];
            int length = connection.getInputStream().read(request);
            asked.add(new String(request, 0, Math.max(length, 0), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse(""));
            connection.getOutputStream().write((OK + "Content-Length: 0\r\n\r\n").getBytes(UTF_8));
        };
        try (RawServer server = RawServer.start(proxy)) {
            InetSocketAddress address = InetSocketAddress.createUnresolved("localhost", server.port());
            gateway(URI.create("http://gateway.invalid/send"), SSLContext.getDefault(), address)
                    .send(MESSAGE);
        }
        assertThat(asked).containsExactly("POST http://gateway.invalid/send HTTP/1.1");
    }

    private static SmsGateway gateway(URI url, SSLContext trust, InetSocketAddress proxy) {
        return gateway(url, trust, proxy, ANY_2XX, PLACES);
    }

    private static SmsGateway to(int port, SuccessRule success, WaitingPlaces places) {
        try {
            URI url = URI.create("http://localhost:" + port + "/send");
            return gateway(url, SSLContext.getDefault(), null, success, places);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static SmsGateway gateway(
            URI url, SSLContext trust, InetSocketAddress proxy, SuccessRule success, WaitingPlaces places) {
        BodyTemplate body = new BodyTemplate(
                BodyFormat.JSON, "{\"to\": \"{number}\", \"from\": \"{sender}\", \"text\": \"{text}\"}");
        HttpSettings settings = new HttpSettings(url, body, "Codes", List.of(), success, proxy);
        return new HttpGateway(HttpGateway.client(settings, trust), settings, Map.of("X-Key", SECRET), places);
    }

    private static RawServer.Behaviour answering(String head, String body) {
        return (connection, server) -> {
            connection.getInputStream().read(new byte[4096]);
            String answer = head + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
            connection.getOutputStream().write(answer.getBytes(UTF_8));
            connection.getOutputStream().flush();
        };
    }
}
