// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a link of a brand leads: a page on the web, encrypted, or a mailbox. Never a script.
 *
 * @param text the address, in characters of ASCII
 */
public record BrandLink(String text) {
    /** The most characters of an address. */
    public static final int MOST = 500;

    /** What addresses may contain (RFC 3986), without the quotation mark and the brackets that markup could use. */
    private static final Pattern ADDRESS = Pattern.compile("[\\w.~:/?#@!$&*+,;=%-]+");

    private static final Pattern MAILBOX = Pattern.compile("[\\w.!#$&*+/=^`{|}~-]+@[A-Za-z0-9.-]+");

    /** Reads an address; empty if it isn't one that a brand may use. */
    public static Optional<BrandLink> read(String text) {
        if (text.length() > MOST || !ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            return isPage(uri) || isMailbox(uri) ? Optional.of(new BrandLink(text)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPage(URI uri) {
        return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
    }

    private static boolean isMailbox(URI uri) {
        return "mailto".equals(uri.getScheme())
                && MAILBOX.matcher(uri.getRawSchemeSpecificPart()).matches();
    }
}
