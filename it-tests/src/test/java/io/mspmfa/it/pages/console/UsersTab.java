// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.realm.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The users of a realm, and one of them beside the list. */
public final class UsersTab extends ConsolePage {
    public UsersTab(Device device) {
        super(device);
        Navigation.untilVisible(find(".mfa-list tbody .mfa-name, .mfa-list .pf-v5-c-empty-state")
                .first());
    }

    /** Types into the search, and waits until the list is about this user alone. */
    public UsersTab search(User user) {
        find("input[type=text][aria-label='Name or e-mail address']").fill(user.email());
        Navigation.untilVisible(
                find("tbody tr:only-child").filter(new Locator.FilterOptions().setHasText(user.email())));
        awaitContent();
        return this;
    }

    public List<String> rows() {
        return find("tbody tr").allInnerTexts();
    }

    public UsersTab choose(User user) {
        line(user).getByRole(AriaRole.CHECKBOX).check();
        return this;
    }

    /** Chooses everybody on the page. */
    public UsersTab chooseAll() {
        find("thead").getByRole(AriaRole.CHECKBOX).check();
        return this;
    }

    /** Opens what is known about a user. */
    public UsersTab details(User user) {
        line(user).getByRole(AriaRole.BUTTON).click();
        Navigation.untilVisible(panel().getByText(user.email()).first());
        awaitContent();
        return this;
    }

    /** The details of the user who is shown beside the list. */
    public String details() {
        return panel().innerText();
    }

    /** Waits for a text in the details. */
    public UsersTab awaitDetail(String text) {
        Navigation.untilVisible(panel().getByText(text).first());
        return this;
    }

    /** Whether the details offer to change anything. */
    public boolean offersHelp() {
        return panel().getByRole(AriaRole.BUTTON, named("Reset all factors")).count() > 0
                || panel().getByRole(AriaRole.CHECKBOX).count() > 0;
    }

    /** Whether an enrolment link can be made. */
    public boolean offersLink() {
        return panel().getByRole(AriaRole.BUTTON, named("Enrolment link")).isEnabled();
    }

    /** Switches "always require a second factor" in the details, and waits until it is so. */
    public UsersTab require(boolean wanted) {
        panel().locator("label[for=required]").click();
        Navigation.untilThere(panel().locator(wanted ? "#required:checked" : "#required:not(:checked)"));
        awaitContent();
        return this;
    }

    public boolean isRequired() {
        return panel().locator("#required").isChecked();
    }

    /** Presses a button in the details, which asks a question. */
    public Dialog press(String button) {
        panel().getByRole(AriaRole.BUTTON, named(button)).click();
        return new Dialog(device());
    }

    /** Chooses an action for those that are chosen in the list. */
    public Dialog forChosen(String action) {
        menu("Actions", action);
        return new Dialog(device());
    }

    /** Opens the dialogue for a list in CSV. */
    public Dialog upload() {
        menu("More for all users", "Upload a list");
        return new Dialog(device());
    }

    /** The list in CSV. */
    public String download() {
        return read(device().page().waitForDownload(() -> menu("More for all users", "Export CSV")));
    }

    /** The text of a file that the browser has saved. */
    static String read(Download download) {
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void menu(String toggle, String action) {
        find("main").getByRole(AriaRole.BUTTON, named(toggle)).click();
        device().page()
                .getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
    }

    private Locator panel() {
        return find(".mfa-person");
    }

    private Locator line(User user) {
        return find("tbody tr").filter(new Locator.FilterOptions().setHasText(user.email()));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
