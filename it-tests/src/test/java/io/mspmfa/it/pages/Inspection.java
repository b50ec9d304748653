// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import io.mspmfa.it.browser.Device;
import java.util.List;

/** Examines a page. */
public final class Inspection {

    private final Device device;

    public Inspection(Device device) {
        this.device = device;
    }

    /**
     * What axe finds on the whole page, as {@code rule: element}. Ignores the user name that Keycloak's own template
     * shows in a field without a label, which happens on its own pages as well.
     */
    public List<String> accessibilityProblems() {
        return new AxeBuilder(device.page())
                .setLegacyMode(true).exclude("#kc-attempted-username").analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }

    /** The texts of our buttons that are longer than what the button shows. */
    public List<String> clippedButtons() {
        Object clipped = device.page()
                .evaluate("() => [...document.querySelectorAll('.msp-mfa button')]"
                        + ".filter(b => b.offsetParent && (b.scrollWidth > b.clientWidth || b.scrollHeight > b.clientHeight))"
                        + ".map(b => b.textContent.trim())");
        return ((List<?>) clipped).stream().map(String::valueOf).toList();
    }

    /** By how many pixels the page is wider than the window. */
    public int overflow() {
        return ((Number) device.page()
                        .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}
