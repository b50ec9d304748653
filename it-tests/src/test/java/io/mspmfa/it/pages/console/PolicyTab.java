// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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

    /** Types a number into a field. */
    public PolicyTab type(String field, String number) {
        line(field).locator("input").fill(number);
        return this;
    }

    /** What a field with a number shows. */
    public String number(String field) {
        return line(field).locator("input").inputValue();
    }

    public PolicyTab chooseMode(String mode) {
        find("#mode-" + mode).check();
        return this;
    }

    /** Saves; {@link #saved} or {@link #question} is what comes next. */
    public PolicyTab finish() {
        button("Finish").click();
        return this;
    }

    /** Waits until the page says that the policy was saved. */
    public PolicyTab saved() {
        Navigation.untilVisible(find(".pf-v5-c-alert").filter(new Locator.FilterOptions().setHasText("Saved")));
        return this;
    }

    /** What the server wants to have answered before it saves. */
    public Dialog question() {
        return new Dialog(device());
    }

    private Locator button(String name) {
        return find("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator line(String field) {
        return find("[data-field='" + field + "']");
    }
}
