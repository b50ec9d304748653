// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.mail;

import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * An SMTP server that keeps what it receives. It supports only the commands that Keycloak's mailer sends (RFC 5321).
 */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile(
            "https?://\\S+?/(login-actions/action-token|protocol/openid-connect/registrations)\\?[^\\s\"<>]+");

    private static final int WAIT_SECONDS = 20;

    private static final long DRIP_MILLIS = 500;

    private final BlockingQueue<Mail> received = new LinkedBlockingQueue<>();
    private final List<Mail> unread = new ArrayList<>();
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch open;
    private final boolean drips;
    private final ServerSocket socket;

    /** A server that responds. */
    public Mailbox() {
        this(new CountDownLatch(0));
    }

    private Mailbox(CountDownLatch open) {
        this(open, false);
    }

    private Mailbox(CountDownLatch open, boolean drips) {
        this.open = open;
        this.drips = drips;
        try {
            socket = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "mailbox");
        thread.setDaemon(true);
        thread.start();
    }

    /** A server that accepts connections but doesn't respond until {@link #speak} is called. */
    public static Mailbox silent() {
        return new Mailbox(new CountDownLatch(1));
    }

    /** A server that sends a line of its greeting now and then, which has no end until {@link #speak} is called. */
    public static Mailbox dripping() {
        return new Mailbox(new CountDownLatch(1), true);
    }

    /** Lets a silent server respond, once a client has connected. */
    public void speak() throws InterruptedException {
        if (!called.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody called");
        }
        open.countDown();
    }

    /** Makes a realm send its e-mails here. */
    public void servesFor(Tenant tenant) {
        tenant.change(realm -> realm.putObject("smtpServer")
                .put("host", tenant.server().testHost())
                .put("port", Integer.toString(port()))
                .put("timeout", "120000")
                .put("from", "keycloak@acme.test"));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The next unread e-mail to a user, which arrives within seconds. */
    public Mail nextTo(User user) throws InterruptedException {
        return next(mail -> mail.header("To").equals(user.email()));
    }

    /** The code in the next unread e-mail to a user that brings one. */
    public String codeTo(User user) {
        try {
            return next(mail -> mail.header("To").equals(user.email()) && mail.hasCode())
                    .code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The link in the next e-mail that contains one. */
    public URI nextLink() throws InterruptedException {
        Mail mail = next(one -> LINK.matcher(one.text()).find());
        Matcher link = LINK.matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError("No link in " + mail);
        }
        return URI.create(Parser.unescapeEntities(link.group(), true)); // some of Keycloak's plain texts are escaped
    }

    /** Whether a user has unread e-mail. */
    public boolean hasMailTo(User user) {
        received.drainTo(unread);
        return unread.stream().anyMatch(mail -> mail.header("To").equals(user.email()));
    }

    private Mail next(Predicate<Mail> wanted) throws InterruptedException {
        received.drainTo(unread);
        Optional<Mail> known = unread.stream().filter(wanted).findFirst();
        while (known.isEmpty()) {
            Mail mail = received.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (mail == null) {
                throw new AssertionError("No such mail, unread are: " + unread);
            }
            unread.add(mail);
            known = Optional.of(mail).filter(wanted);
        }
        unread.remove(known.get());
        return known.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                called.countDown();
                keepWaiting(client.getOutputStream());
                talk(client);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                received.add(new Mail("broken: " + e));
            }
        }
    }

    private void keepWaiting(OutputStream out) throws InterruptedException, IOException {
        while (!open.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
            if (drips) {
                say(out, "220-wait");
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
                received.add(new Mail(message(in)));
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
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
