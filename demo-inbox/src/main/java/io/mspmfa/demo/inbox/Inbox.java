// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server and a gateway for text messages that accept everything and deliver nothing, and a page with what they
 * have received. They can be reached from this machine only, because the messages contain links and codes that open
 * accounts.
 */
public final class Inbox implements AutoCloseable {
    private static final int MAX_BYTES = 1 << 20;

    private final Messages messages = new Messages();
    private final SMTPServer server;
    private final Website website;

    /**
     * @param mailPort where mails are taken; 0 chooses a free port
     * @param pagePort where the page is, and the gateway at {@code /sms}; 0 chooses a free port
     * @param keycloak addresses that begin with this one become links in the text of a mail
     */
    Inbox(int mailPort, int pagePort, URI keycloak) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = SMTPServer.port(mailPort)
                .bindAddress(here)
                .hostName("localhost") // otherwise it asks the network for a name
                .maxMessageSize(MAX_BYTES)
                .messageHandler((context, from, to, data) -> messages.add(id -> Message.mail(id, to, data)))
                .build();
        server.start();
        website = new Website(new InetSocketAddress(here, pagePort), messages, keycloak);
    }

    public static void main(String[] args) throws IOException {
        @SuppressWarnings({"resource", "unused"}) // runs until the process is ended
        Inbox inbox = new Inbox(Integer.parseInt(args[0]), Integer.parseInt(args[1]), URI.create(args[2]));
    }

    int mailPort() {
        return server.getPortAllocated();
    }

    URI page() {
        return website.address();
    }

    @Override
    public void close() {
        website.close();
        server.stop();
    }
}
