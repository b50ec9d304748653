// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Locator;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** The policy of a realm, with a line for each field. */
public final class PolicyTab extends ConsolePage {
    public PolicyTab(Device device) {
        super(device);
        Navigation.untilVisible(find(".mfa-policy-form"));
    }

    /** Whether a field can be seen, and not be changed. */
    public boolean isGreyedOut(String field) {
        Locator controls = line(field).locator("input, button:not(.mfa-unset), textarea, select");
        return line(field).isVisible() && controls.all().stream().allMatch(Locator::isDisabled);
    }

    /** Who has set a field. */
    public String source(String field) {
        return line(field).locator(".mfa-source").innerText();
    }

    private Locator line(String field) {
        return find("[data-field='" + field + "']");
    }
}
