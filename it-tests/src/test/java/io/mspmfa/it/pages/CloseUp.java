// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mspmfa.it.browser.Navigation;
import java.util.Base64;

/**
 * A picture of part of the page, taken by a camera from close up: on an ordinary screen, the modules of a QR code are
 * only a few pixels wide.
 */
public final class CloseUp {

    private static final int SCALE = 3;

    private CloseUp() {}

    /** What is visible of an element, as PNG. */
    public static byte[] of(Page page, Locator element) {
        Navigation.untilVisible(element);
        element.scrollIntoViewIfNeeded();
        element.evaluate("element => element.decode?.()"); // visible, but perhaps not painted yet
        JsonObject parameters = new JsonObject();
        parameters.addProperty("format", "png");
        parameters.add("clip", clip(element));
        CDPSession session = page.context().newCDPSession(page);
        try {
            String data = session.send("Page.captureScreenshot", parameters)
                    .get("data")
                    .getAsString();
            return Base64.getDecoder().decode(data);
        } finally {
            session.detach();
        }
    }

    private static JsonObject clip(Locator element) {
        Object place = element.evaluate("element => { const box = element.getBoundingClientRect();"
                + " return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height}; }");
        JsonObject clip = new Gson().toJsonTree(place).getAsJsonObject();
        clip.addProperty("scale", SCALE);
        return clip;
    }
}
