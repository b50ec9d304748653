// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;

/**
 * An e-mail or a text message as it is shown. Everything in it was chosen by others, so it may be anything.
 *
 * @param id unique in this inbox
 * @param sms whether it is a text message
 * @param to the address to which it was delivered, whatever its header says, or the number
 * @param subject empty for a text message
 * @param text its first part in plain text; empty if it has none
 * @param html its first part in HTML; empty if it has none
 */
public record Message(int id, boolean sms, String to, String subject, Instant received, String text, String html) {

    /** A text message. */
    static Message sms(int id, String to, String text) {
        return new Message(id, true, to, "", Instant.now(), text, "");
    }

    /** Reads a mail. One that isn't a mail as RFC 5322 has it is shown as it came. */
    static Message mail(int id, String to, byte[] bytes) {
        Instant now = Instant.now();
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            String subject = Objects.requireNonNullElse(message.getSubject(), "");
            return new Message(id, false, to, subject, now, first(message, "text/plain"), first(message, "text/html"));
        } catch (MessagingException | IOException e) {
            return new Message(id, false, to, "", now, new String(bytes, StandardCharsets.UTF_8), "");
        }
    }

    private static String first(Part part, String type) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = first(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return content instanceof String text && part.isMimeType(type) ? text : "";
    }
}
