// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The list of messages as HTML, and a page with brands. FreeMarker escapes whatever they contain. */
final class Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.UK);

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_32);
    private final URI keycloak;

    Page(URI keycloak) {
        this.keycloak = keycloak;
        templates.setClassForTemplateLoading(Page.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocalizedLookup(false);
    }

    /** A message with what the template needs of it. */
    public record Row(Message message, String moment, String time, String day, List<Piece> pieces) {}

    String of(List<Message> messages) throws IOException {
        return fill(
                "inbox.ftlh", Map.of("rows", messages.stream().map(this::row).toList()));
    }

    /** The sign-in pages of two realms, each in its brand. */
    String brands() throws IOException {
        return fill("brands.ftlh", Map.of("keycloak", keycloak.toString()));
    }

    /** The "h" at the end of a template's name turns the escaping on. */
    private String fill(String template, Map<String, Object> model) throws IOException {
        StringWriter html = new StringWriter();
        try {
            templates.getTemplate(template).process(model, html);
        } catch (TemplateException e) {
            throw new IOException(e);
        }
        return html.toString();
    }

    private Row row(Message message) {
        ZonedDateTime received = message.received().atZone(ZoneId.systemDefault());
        return new Row(
                message,
                message.received().toString(),
                TIME.format(received),
                DAY.format(received),
                Piece.of(message.text().strip(), keycloak));
    }
}
