// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How the body of a request is written, and so how a value is written inside it. */
enum BodyFormat {
    JSON("application/json; charset=UTF-8"),
    FORM("application/x-www-form-urlencoded"),
    XML("application/xml; charset=UTF-8");

    private final String contentType;

    BodyFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** A value as it stands between quotes, in a form field, or in an element or attribute. */
    String escape(String value) {
        return switch (this) {
            case JSON -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
            case FORM -> URLEncoder.encode(value, StandardCharsets.UTF_8);
            case XML -> inXml(value);
        };
    }

    /** The name in the server's options. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String inXml(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(BodyFormat::isXml).forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\n' -> escaped.append("&#10;"); // which an attribute would make a space
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    /** XML 1.0 section 2.2: other characters can't be written at all. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
