// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import io.mspmfa.it.server.Settings;
import java.util.List;
import java.util.Map;

/** The browser for all tests; JUnit closes it at the end. */
final class Chromium implements AutoCloseable {

    /** Chromium heeds the last such list only, so what Playwright 1.58 switches off is named again. */
    private static final String OFF_FOR_PLAYWRIGHT = "AvoidUnnecessaryBeforeUnloadCheckSync,"
            + "BoundaryEventDispatchTracksNodeRemoval,DestroyProfileOnBrowserClose,DialMediaRouteProvider,"
            + "GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,"
            + "Translate,AutoDeElevate,RenderDocument,OptimizationHints";

    /** Processes that a window brings along for an address bar that nobody sees: almost half of what a device costs. */
    private static final String OFF_FOR_US =
            "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess";

    private static final List<String> FLAGS = List.of(
            "--disable-features=" + OFF_FOR_PLAYWRIGHT + "," + OFF_FOR_US,
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Settings.chromium())
                        .setArgs(FLAGS));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
