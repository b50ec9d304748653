// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a brand that isn't stored (X16). */
class BrandPreviewIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant OTHER = Tenant.unmanaged();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void themeMsp() {
        TENANT.change(realm -> realm.put("loginTheme", "msp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "challenge", "set-up", "backup-codes"})
    void X16_samplePagesShowTheBrandAndHaveNoFunction(String name) {
        Page page = devices.open().open(URI.create(preview() + "?page=" + name)).page();

        assertThat(page.locator(".msp-brand-name").textContent()).isEqualTo("Previewed");
        assertThat(page.evaluate("() => getComputedStyle(document.documentElement)"
                        + ".getPropertyValue('--msp-brand-accent').trim()"))
                .isEqualTo("#5b2a86");
        assertThat(page.locator("body").getAttribute("inert")).isNotNull();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.mouse().click(640, 400);
        assertThat(page.url()).endsWith("?page=" + name);
        assertThat(devices.addresses()).noneMatch(address -> address.contains("login-actions"));
    }

    @Test
    void X16_theOverviewFramesThemAll() {
        Page page = devices.open().open(URI.create(preview())).page();

        assertThat(page.frames()).hasSize(5);
        page.frames().stream()
                .filter(frame -> frame != page.mainFrame())
                .forEach(frame -> frame.locator(".msp-brand-name").waitFor());
    }

    @Test
    void X16_nothingIsStoredAndTheAddressEndsAfterTenMinutes() {
        String address = preview();
        assertThat(Http.to(URI.create(address)).get().status()).isEqualTo(200);
        assertThat(Http.to(URI.create(address.replace(TENANT.name(), OTHER.name())))
                        .get()
                        .status())
                .as("through another realm")
                .isEqualTo(404);
        assertThat(TENANT.admin().get(branding()).path("own").isNull()).isTrue();

        TENANT.clock().forward(Duration.ofSeconds(601));

        assertThat(Http.to(URI.create(address)).get().status()).isEqualTo(404);
        assertThat(Http.to(URI.create(address + "x")).get().status()).isEqualTo(404);
    }

    /** A tenant writes its realm's security headers, which would let anyone frame the pages. */
    @Test
    void X16_theTenantCannotLoosenTheHeaders() {
        TENANT.change(realm -> realm.putObject("browserSecurityHeaders")
                .put("contentSecurityPolicy", "frame-ancestors *")
                .put("xFrameOptions", "ALLOWALL")
                .put("xContentTypeOptions", "sniff"));

        Answer page = Http.to(URI.create(preview() + "?page=sign-in")).get();

        assertThat(page.headers().allValues("content-security-policy"))
                .hasSize(1)
                .allSatisfy(policy ->
                        assertThat(policy).contains("frame-ancestors 'self'", "form-action 'none'", "sandbox"));
        assertThat(page.headers().allValues("x-frame-options")).containsExactly("SAMEORIGIN");
        assertThat(page.headers().allValues("x-content-type-options")).containsExactly("nosniff");
        assertThat(page.headers().allValues("cache-control")).containsExactly("no-store");
    }

    private static String preview() {
        ObjectNode brand = new ObjectMapper().createObjectNode().put("productName", "Previewed");
        brand.putObject("colours").put("accent", "#5b2a86");
        Answer answer = TENANT.admin().tryPost(branding() + "/preview", brand);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("url").asText();
    }

    private static String branding() {
        return "/" + TENANT.name() + "/msp-mfa/branding";
    }
}
