// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.http;

import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one client. The JDK's own cookie store withholds Secure cookies from http://localhost, unlike
 * browsers.
 */
final class CookieJar {

    private final List<HttpCookie> cookies = new ArrayList<>();

    synchronized void take(Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                cookies.removeIf(old ->
                        old.getName().equals(cookie.getName()) && old.getPath().equals(cookie.getPath()));
                if (cookie.getMaxAge() != 0) {
                    cookies.add(cookie);
                }
            }
        }
    }

    synchronized String headerFor(URI uri) {
        return cookies.stream()
                .filter(cookie -> uri.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    synchronized void remove(String name) {
        cookies.removeIf(cookie -> cookie.getName().equals(name));
    }

    /** As if the browser had been closed and its other cookies deleted. */
    synchronized void keepOnly(String prefix) {
        cookies.removeIf(cookie -> !cookie.getName().startsWith(prefix));
    }

    synchronized void put(String name, String value, String path) {
        cookies.removeIf(cookie -> cookie.getName().equals(name));
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookies.add(cookie);
    }

    synchronized Optional<HttpCookie> last(String prefix) {
        return cookies.stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .reduce((first, second) -> second);
    }

    synchronized int count(String prefix) {
        return (int) cookies.stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .count();
    }

    synchronized boolean has(String name) {
        return cookies.stream().anyMatch(cookie -> cookie.getName().equals(name));
    }
}
