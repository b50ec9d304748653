// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of an HTML page.
 *
 * @param name in lower case, beginning with a slash if it is an end tag
 * @param start where it begins in the page
 * @param text all of it, with its brackets
 */
record HtmlTag(String name, int start, String text) {
    /** Elements whose contents are no tags of the page, or are not shown as they stand there. */
    private static final Set<String> OPAQUE = Set.of("script", "style", "template", "textarea", "title");

    private static final String COMMENT = "<!--";

    /** The tags of a page in order, without those in comments and scripts. Never fails, whatever the text is. */
    static List<HtmlTag> in(String html) {
        List<HtmlTag> tags = new ArrayList<>();
        int at = html.indexOf('<');
        while (at >= 0) {
            at = html.indexOf('<', html.startsWith(COMMENT, at) ? afterComment(html, at) : readTag(html, at, tags));
        }
        return tags;
    }

    /** The value of an attribute; empty if there is none. */
    String attribute(String attribute) {
        Matcher found = Pattern.compile(
                        "\\s" + attribute + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text);
        if (!found.find()) {
            return "";
        }
        return found.group(1) != null ? found.group(1) : found.group(found.group(2) != null ? 2 : 3);
    }

    boolean hasId(String id) {
        return attribute("id").equals(id);
    }

    private static int afterComment(String html, int start) {
        return after(html.indexOf("-->", start + COMMENT.length()), html);
    }

    /** Where to go on after what begins with this bracket, which need not be a tag. */
    private static int readTag(String html, int start, List<HtmlTag> tags) {
        int nameEnd = nameEnd(html, start + 1);
        String name = html.substring(start + 1, nameEnd).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("/")) {
            return start + 1;
        }
        int end = tagEnd(html, nameEnd);
        if (end < 0) {
            return html.length();
        }
        tags.add(new HtmlTag(name, start, html.substring(start, end + 1)));
        return OPAQUE.contains(name) ? endTag(html, end, name) : end + 1;
    }

    private static int nameEnd(String html, int from) {
        int end = from;
        while (end < html.length() && (isLetterOrDigit(html.charAt(end)) || (end == from && html.charAt(end) == '/'))) {
            end++;
        }
        return end;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** The position of the closing bracket, which may also stand inside quotes; negative if there is none. */
    private static int tagEnd(String html, int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return -1;
    }

    private static int endTag(String html, int from, String name) {
        for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, name, 0, name.length())) {
                return i;
            }
        }
        return html.length();
    }

    private static int after(int found, String html) {
        return found < 0 ? html.length() : found + 1;
    }
}
