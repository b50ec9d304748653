// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The provider's brand on the pages of its tenants (X16). */
class BrandPagesIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant PLAIN = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void themeMsp() {
        TENANT.change(realm -> realm.put("loginTheme", "msp").put("displayName", "Acme & Söhne"));
        PLAIN.change(realm -> realm.put("loginTheme", "msp").put("displayName", "Globex"));
        TENANT.admin().put(branding(), Contoso.brand());
    }

    @Test
    void X16_oneCallBrandsTheLoginPage() {
        Page page = devices.open().openApp().page();

        assertThat(colourOf(page, "#kc-login", "background-color")).isEqualTo("rgb(91, 42, 134)");
        assertThat(String.valueOf(page.evaluate("() => getComputedStyle(document.body, '::before').backgroundColor")))
                .isEqualTo("rgb(238, 240, 244)");
        assertThat(page.locator(".msp-brand-name").textContent()).isEqualTo("Contoso's");
        assertThat(page.locator(".msp-brand-tenant").textContent()).isEqualTo("Acme & Söhne");
        assertThat(page.getByText("Legal notice").getAttribute("href")).isEqualTo("https://contoso.example/imprint");
        assertThat(page.locator("link[rel=icon]").last().getAttribute("href"))
                .as("which pages take from the theme since 26.7")
                .endsWith(Settings.keycloakVersion().startsWith("26.6.") ? "favicon.ico" : ".png");
        assertThat(page.content().toLowerCase(java.util.Locale.ROOT)).doesNotContain(">keycloak<");
        assertLogoIsShown(page);
    }

    @Test
    void X16_darkModeHasColoursOfItsOwn() {
        Page page = devices.open(Look.DESKTOP.inDark()).openApp().page();

        assertThat(colourOf(page, "#kc-login", "background-color")).isNotEqualTo("rgb(91, 42, 134)");
        assertThat(new Inspection(devices.last()).accessibilityProblems()).isEmpty();
        assertLogoIsShown(page);
    }

    @Test
    void X16_ourPagesAreBrandedToo() {
        Device device = devices.open().login(TENANT.user(), "kc_action", "msp-mfa-setup:totp");
        TotpPage scan = device.on(TotpPage::new);

        assertThat(scan.qr().issuer()).isEqualTo("Acme & Söhne via Contoso");
        assertThat(colourOf(device.page(), ".msp-mfa-button-primary", "background-color"))
                .isEqualTo("rgb(91, 42, 134)");
        assertThat(device.page().locator(".msp-brand-name").textContent()).isEqualTo("Contoso's");
    }

    @Test
    void X16_aTenantWithoutABrandHasNothingOfAnothers() {
        Page page = devices.open(Look.DESKTOP, PLAIN).openApp().page();

        assertThat(page.locator(".msp-brand-name").count()).isZero();
        assertThat(page.content()).doesNotContain("Contoso", "/msp-mfa/brand/");
    }

    @Test
    void X16_underOtherThemesOnlyOurPagesAndOnlyIfAskedFor() {
        TENANT.change(realm -> realm.put("loginTheme", "keycloak.v2"));
        Device device = devices.open().openApp();
        assertThat(device.page().content()).doesNotContain("/msp-mfa/brand/");
        device.closeSession();
        device.login(TENANT.user(), "kc_action", "msp-mfa-setup:totp").on(TotpPage::new);
        assertThat(device.page().content()).doesNotContain("/msp-mfa/brand/");

        TENANT.admin().put(branding(), Contoso.brand().put("everyTheme", true));
        device.reload();

        assertThat(colourOf(device.page(), ".msp-mfa-button-primary", "background-color"))
                .isEqualTo("rgb(91, 42, 134)");
        assertLogoIsShown(device.page());
    }

    @Test
    void X16_filesAreImmutableAndCannotAct() {
        Page page = devices.open().openApp().page();
        String sheet = attributes(page, "link[rel=stylesheet]", "href").stream()
                .filter(href -> href.contains("/msp-mfa/brand/"))
                .findFirst()
                .orElseThrow();
        URI address = URI.create(page.url()).resolve(sheet).normalize();
        Answer css = Http.to(address).get();
        String logo = css.body().replaceAll("(?s).*url\\(\"([^\"]+)\"\\).*", "$1");

        for (Answer file : List.of(css, Http.to(address.resolve(logo)).get())) {
            assertThat(file.status()).isEqualTo(200);
            Map<String, List<String>> headers = file.headers().map();
            assertThat(headers.get("cache-control").toString()).contains("public", "immutable");
            assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
            assertThat(headers.get("content-security-policy").toString()).contains("sandbox", "default-src 'none'");
            assertThat(headers).doesNotContainKey("set-cookie");
        }
        assertThat(css.headers().firstValue("content-type")).hasValue("text/css;charset=UTF-8");
        assertThat(Http.to(address.resolve("../../../" + PLAIN.name() + "/msp-mfa/brand/" + logo))
                        .get()
                        .status())
                .as("through a tenant that doesn't show it")
                .isEqualTo(404);
    }

    @Test
    void X16_aPageThatIsOpenWhileItsBrandIsRemovedGoesOn() {
        Device device = devices.open().openApp();
        TENANT.admin().delete(branding());

        device.reload();

        assertThat(device.pageId()).isEqualTo("login-login");
        assertThat(device.page().content()).doesNotContain("Contoso");
    }

    @Test
    void X16_aNarrowPageHasNothingToScrollToTheSide() {
        TENANT.admin().put(branding(), Contoso.brand().put("productName", "W".repeat(60)));
        devices.open(Look.DESKTOP.wide(320)).openApp();

        assertThat(new Inspection(devices.last()).overflow()).isZero();
        assertThat(new Inspection(devices.last()).accessibilityProblems()).isEmpty();
    }

    private static void assertLogoIsShown(Page page) {
        Object width = page.evaluate("async () => { const image = new Image();"
                + "image.src = getComputedStyle(document.querySelector('.msp-brand-name')).backgroundImage.slice(5, -2);"
                + "await image.decode(); return image.naturalWidth; }");
        assertThat(width).isEqualTo(240);
    }

    private static String colourOf(Page page, String selector, String property) {
        return String.valueOf(page.locator(selector)
                .first()
                .evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", property));
    }

    private static List<String> attributes(Page page, String selector, String name) {
        return page.locator(selector).all().stream()
                .map(element -> String.valueOf(element.getAttribute(name)))
                .toList();
    }

    private static String branding() {
        return "/" + TENANT.name() + "/msp-mfa/branding";
    }
}
