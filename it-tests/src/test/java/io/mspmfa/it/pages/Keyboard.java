// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** A user without a mouse, who reaches everything with Tab. */
public final class Keyboard {

    private static final int PATIENCE = 40;

    private final Device device;

    public Keyboard(Device device) {
        this.device = device;
    }

    public void type(String field, String text) {
        tabTo("#" + field);
        device.page().keyboard().type(text);
    }

    /** Types into the last field of a page, and submits it with Enter. */
    public void typeAndEnter(String field, String text) {
        type(field, text);
        Navigation.load(device.page(), () -> device.page().keyboard().press("Enter"));
    }

    public void tick(String box) {
        tabTo("#" + box);
        device.page().keyboard().press("Space");
    }

    public void press(String button) {
        tabTo("button[name='" + button + "']");
        Navigation.load(device.page(), () -> device.page().keyboard().press("Enter"));
    }

    /** Opens what is hidden behind an element, and stays on the page. */
    public void open(String element) {
        tabTo(element);
        device.page().keyboard().press("Enter");
    }

    private void tabTo(String element) {
        for (int i = 0; i < PATIENCE; i++) {
            Object reached =
                    device.page().evaluate("selector => document.activeElement?.matches(selector) ?? false", element);
            if (Boolean.TRUE.equals(reached)) {
                return;
            }
            device.page().keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + element);
    }
}
