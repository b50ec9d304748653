// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** An e-mail as received: supports those parts of MIME that Keycloak's mailer uses (RFC 2045-2047), always in UTF-8. */
public record Mail(String raw) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{8})$");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?UTF-8\\?([BQ])\\?([^?]*)\\?=(\\s+(?==\\?))?");

    /** The header's value, unfolded and decoded; empty if there is none. */
    public String header(String name) {
        return decoded(header(raw, name));
    }

    public String subject() {
        return header("Subject");
    }

    /** The plain-text part, with plain line endings. */
    public String text() {
        return part("text/plain").replace("\r\n", "\n");
    }

    public String html() {
        return part("text/html");
    }

    /** What a reader of the HTML part sees. */
    public String htmlText() {
        return Jsoup.parse(html()).body().text();
    }

    public boolean hasCode() {
        return CODE.matcher(text()).find();
    }

    /** The code of eight digits that it brings. */
    public String code() {
        Matcher code = CODE.matcher(text());
        if (!code.find()) {
            throw new AssertionError("No code in " + text());
        }
        return code.group(1);
    }

    private String part(String type) {
        Matcher boundary = BOUNDARY.matcher(raw);
        if (!boundary.find()) {
            throw new AssertionError("One part only: " + raw);
        }
        for (String part : raw.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            if (header(part.stripLeading(), "Content-Type")
                    .toLowerCase(Locale.ROOT)
                    .startsWith(type)) {
                return body(part.stripLeading());
            }
        }
        throw new AssertionError("No part " + type + ": " + raw);
    }

    private static String body(String part) {
        String body = part.substring(part.indexOf("\r\n\r\n") + 4);
        return switch (header(part, "Content-Transfer-Encoding")) {
            case "quoted-printable" -> unquoted(body.replace("=\r\n", ""));
            case "base64" -> utf8(Base64.getMimeDecoder().decode(body));
            default -> body;
        };
    }

    private static String header(String entity, String name) {
        String head = entity.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
        Matcher header =
                Pattern.compile("(?im)^" + Pattern.quote(name) + ":\\s*(.*)$").matcher(head);
        return header.find() ? header.group(1).strip() : "";
    }

    private static String decoded(String value) {
        return ENCODED_WORD
                .matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group(1).equals("B")
                                ? utf8(Base64.getDecoder().decode(word.group(2)))
                                : unquoted(word.group(2).replace('_', ' '))));
    }

    private static String unquoted(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '=' && i + 2 < text.length()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
