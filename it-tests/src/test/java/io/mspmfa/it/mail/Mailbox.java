// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server that keeps what it is given: just the commands that Keycloak's mailer sends (RFC 5321). */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://\\S+?/login-actions/action-token\\?[^\\s\"<>]+");

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final ServerSocket socket;

    public Mailbox() {
        try {
            socket = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "mailbox");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The link in the next mail, which arrives within seconds. */
    public URI nextLink() throws InterruptedException {
        String mail = received.poll(20, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("No mail");
        }
        // quoted-printable: lines are folded with "=" and "=" itself is "=3D"
        Matcher link =
                LINK.matcher(mail.replace("=\r\n", "").replace("=3D", "=").replace("&amp;", "&"));
        if (!link.find()) {
            throw new AssertionError("No link in " + mail);
        }
        return URI.create(link.group());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                received.add("broken: " + e);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 mailbox");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                received.add(message(in));
                say(out, "250 kept");
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
