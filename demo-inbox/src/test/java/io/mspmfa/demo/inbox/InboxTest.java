// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
    private static final URI KEYCLOAK = URI.create("http://localhost:8080");
    private static final String ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private final HttpClient client = HttpClient.newHttpClient();
    private Inbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = new Inbox(0, 0, KEYCLOAK);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void itIsEmptyAtFirst() {
        assertThat(get("").body()).contains("Nothing yet").doesNotContain("<li id");
    }

    @Test
    void mailsAreListedNewestFirst() throws MessagingException {
        send("alice@acme.example", "Grüße", "First text", "<p>First page</p>");
        send("bob@globex.example", "Second", "Second text", "<p>Second page</p>");

        assertThat(get("").body())
                .contains("Grüße")
                .containsSubsequence("Second", "bob@globex.example", "Second text")
                .containsSubsequence("bob@globex.example", "alice@acme.example", "First text")
                .doesNotContain("First page", "Second page");
    }

    @Test
    void nothingOfAMailIsMarkupOnThePage() throws MessagingException {
        send("alice@acme.example", ATTACK, ATTACK, ATTACK);

        assertThat(get("").body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "<img src=x");
    }

    @Test
    void theHtmlOfAMailIsShownInASandbox() throws MessagingException {
        send("alice@acme.example", "Subject", "Text", "<p>Page</p>" + ATTACK);

        assertThat(get("").body()).contains("src=\"/mails/1\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        HttpResponse<String> frame = get("mails/1");
        assertThat(frame.body()).contains("<p>Page</p>");
        assertThat(policy(frame))
                .startsWith("sandbox ")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin", "script-src");
    }

    @Test
    void addressesOfTheDemoAreLinksAndNoOthers() throws MessagingException {
        send(
                "alice@acme.example",
                "Subject",
                "Open http://localhost:8080/realms/acme/link?key=a.b-c&tab=1. Not http://localhost:8080.evil.example/a"
                        + " or javascript:alert(1) or http://localhost:8080/\"onclick=\"alert(1)",
                "");

        assertThat(get("").body().split("<a href=", -1)).hasSize(2);
        assertThat(get("").body()).contains("<a href=\"http://localhost:8080/realms/acme/link?key=a.b-c&amp;tab=1\"");
    }

    @Test
    void thePageRunsNothingButItsOwnFiles() {
        assertThat(policy(get("")))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(List.of("inbox.css", "inbox.js", "inbox.svg")).allSatisfy(file -> {
            assertThat(get(file).statusCode()).isEqualTo(200);
            assertThat(get(file).body()).doesNotContain("https://", "@import");
        });
        assertThat(get("inbox.css").headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    }

    @Test
    void X16_thePageWithBrandsFramesKeycloakAndNothingElse() {
        assertThat(get("brands").body())
                .contains("src=\"http://localhost:8080/realms/acme/account/\"")
                .contains("src=\"http://localhost:8080/realms/globex/account/\"");
        assertThat(policy(get("brands"))).contains("frame-src 'self' http://localhost:8080;");
        assertThat(policy(get(""))).contains("frame-src 'self';");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mails/1", "mails/x", "Inbox.class", "../pom.xml", "favicon.ico"})
    void nothingElseIsThere(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theNewestHundredAreKept() throws MessagingException {
        for (int i = 1; i <= 101; i++) {
            send("alice@acme.example", "Number " + i + ".", "Text", "");
        }

        assertThat(get("").body()).contains("Number 101.", "Number 2.").doesNotContain("Number 1.");
    }

    @Test
    void textMessagesAreListedWithTheirNumber() {
        assertThat(post("application/json", "{\"to\": \"+4915123456789\", \"text\": \"Code 123456 <b>\"}"))
                .isEqualTo(202);

        assertThat(get("").body()).contains("Text message", "+4915123456789", "Code 123456 &lt;b&gt;");
    }

    /** A web page can send forms and text to any address without asking. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void anotherWebsiteSendsNoTextMessages(String type) {
        assertThat(post(type, "{\"to\": \"+4915123456789\", \"text\": \"Fake\"}"))
                .isEqualTo(415);

        assertThat(get("").body()).doesNotContain("Fake");
    }

    /** A web page that has its own name point here would otherwise read the codes. */
    @Test
    void anotherNameIsRefused() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), inbox.page().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).contains(" 421 ");
        }
    }

    @Test
    void otherMachinesReachNeitherTheMailServerNorThePage() throws IOException {
        List<InetAddress> reachable = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();

        assertThat(reachable)
                .allSatisfy(address -> assertThat(
                                List.of(inbox.mailPort(), inbox.page().getPort()))
                        .allSatisfy(port -> assertThatThrownBy(() -> new Socket(address, port).close())
                                .isInstanceOf(IOException.class)));
    }

    private static String policy(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(inbox.page() + path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int post(String type, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(inbox.page() + "sms"))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", Integer.toString(inbox.mailPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("keycloak@acme.example");
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var parts = new MimeMultipart("alternative", plain);
        if (!html.isEmpty()) {
            var page = new MimeBodyPart();
            page.setText(html, "UTF-8", "html");
            parts.addBodyPart(page);
        }
        message.setContent(parts);
        Transport.send(message);
    }
}
