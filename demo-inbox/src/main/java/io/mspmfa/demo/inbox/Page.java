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

/** The list of mails as HTML. FreeMarker escapes whatever the mails contain. */
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

    /** A mail with what the template needs of it. */
    public record Row(Mail mail, String moment, String time, String day, List<Piece> pieces) {}

    String of(List<Mail> mails) throws IOException {
        StringWriter html = new StringWriter();
        try {
            templates
                    .getTemplate("inbox.ftlh") // the "h" turns the escaping on
                    .process(Map.of("rows", mails.stream().map(this::row).toList()), html);
        } catch (TemplateException e) {
            throw new IOException(e);
        }
        return html.toString();
    }

    private Row row(Mail mail) {
        ZonedDateTime received = mail.received().atZone(ZoneId.systemDefault());
        return new Row(
                mail,
                mail.received().toString(),
                TIME.format(received),
                DAY.format(received),
                Piece.of(mail.text().strip(), keycloak));
    }
}
