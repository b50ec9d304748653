// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.realm.Tenant;
import java.util.List;

/** All tenants: the big figure, what needs the reseller, and the table. */
public final class Board extends ConsolePage {
    public Board(Device device) {
        super(device);
        Navigation.untilVisible(find(".mfa-big"));
    }

    /** The big figure and what is beside it. */
    public String figure() {
        return find(".mfa-big").innerText();
    }

    /** The lines of "Needs you". */
    public List<String> needs() {
        return find(".mfa-board .mfa-tally").allInnerTexts();
    }

    /** Shows the tenants that a line of "Needs you" is about. */
    public Board show(String line) {
        Locator need = find(".mfa-tally").filter(new Locator.FilterOptions().setHasText(line));
        need.getByRole(AriaRole.BUTTON).click();
        awaitContent();
        return this;
    }

    /** The names of the realms in the table. */
    public List<String> realms() {
        return find("tbody tr .mfa-second").allInnerTexts();
    }

    public String row(Tenant tenant) {
        return line(tenant).innerText();
    }

    public Board choose(Tenant tenant) {
        line(tenant).getByRole(AriaRole.CHECKBOX).check();
        return this;
    }

    /** Whether anything can be chosen, for what is done with many. */
    public boolean offersChoice() {
        return find("tbody").getByRole(AriaRole.CHECKBOX).count() > 0;
    }

    public Dialog press(String button) {
        find("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return new Dialog(device());
    }

    /** The list in CSV. */
    public String download() {
        Locator button = find("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Export CSV"));
        return UsersTab.read(device().page().waitForDownload(button::click));
    }

    private Locator line(Tenant tenant) {
        return find("tbody tr").filter(new Locator.FilterOptions().setHasText(tenant.name()));
    }
}
