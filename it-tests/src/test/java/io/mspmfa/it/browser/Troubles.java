// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** What must never happen on any page: script errors, CSP violations, 5xx responses, a cacheable login page. */
final class Troubles {

    private final List<String> seen = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    void watch(BrowserContext context) {
        context.onConsoleMessage(this::console);
        context.onWebError(error -> seen.add("script error: " + error.error()));
        context.onRequest(request -> addresses.add(request.url()));
        context.onResponse(this::response);
    }

    List<String> seen() {
        return seen;
    }

    List<String> addresses() {
        return addresses;
    }

    private void console(ConsoleMessage message) {
        // A page that answers 400 is reported as "Failed to load resource"; 5xx responses are caught below
        if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
            seen.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void response(Response response) {
        String url = response.url();
        if (response.status() >= 500) {
            seen.add("status " + response.status() + ": " + url);
        }
        boolean loginPage = url.contains("/login-actions/") || url.contains("/protocol/openid-connect/auth");
        if (loginPage && response.status() == 200) {
            String caching = response.headers().getOrDefault("cache-control", "");
            if (!caching.contains("no-store")) {
                seen.add("cacheable (" + caching + "): " + url);
            }
        }
    }
}
