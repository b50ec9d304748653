// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of text.
 *
 * @param link whether it is an address that may be opened by a click
 */
public record Piece(String text, boolean link) {

    /** Splits text at the addresses that begin with {@code base}; no others become links. */
    static List<Piece> of(String text, URI base) {
        Pattern address = Pattern.compile(Pattern.quote(base + "/") + "[\\w\\-./~%?&=+:#!]*[\\w\\-/~=]");
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = address.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pieces.add(new Piece(text.substring(end, matcher.start()), false));
            pieces.add(new Piece(matcher.group(), true));
            end = matcher.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }
}
