// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Locator;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.realm.Tenant;
import java.util.List;

/** People in all tenants of a reseller. */
public final class FindPage extends ConsolePage {
    public FindPage(Device device) {
        super(device);
        Navigation.untilVisible(input());
    }

    /** Types into the search, and waits until the list shows what was found. */
    public FindPage search(String text, String expected) {
        input().fill(text);
        awaitText(expected);
        awaitContent();
        return this;
    }

    public List<String> rows() {
        return find("tbody tr").allInnerTexts();
    }

    /** Opens the user who was found in a tenant. */
    public UsersTab open(Tenant tenant) {
        find("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(tenant.name()))
                .locator("a.mfa-name")
                .click();
        UsersTab users = new UsersTab(device());
        Navigation.untilVisible(find(".mfa-person"));
        return users;
    }

    private Locator input() {
        return find("input[type=text][aria-label='Name or e-mail address']");
    }
}
