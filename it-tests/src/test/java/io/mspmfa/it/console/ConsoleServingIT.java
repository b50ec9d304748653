// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Json;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the console and its files, as any client gets them (L22). */
class ConsoleServingIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant UNMANAGED = Tenant.unmanaged();

    private static final ConsoleLogin CONSOLE = ConsoleLogin.in(TENANT);

    @Test
    void L22_withoutItsSlashTheAddressLeadsToThePage() {
        Answer answer = Http.to(TENANT.uri("/msp-mfa/console")).get();

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).contains(CONSOLE.page());
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
    }

    @Test
    void L22_thePageKnowsItsSurroundings() {
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/branding", Json.of("{'productName': 'Contoso & Söhne'}"));

        Answer page = Http.to(CONSOLE.page()).header("Accept-Language", "de-AT").get();

        JsonNode environment = environment(page);
        String server = TENANT.server().base().toString();
        assertThat(environment.path("realm").asText()).isEqualTo(TENANT.name());
        assertThat(List.of("serverBaseUrl", "adminBaseUrl", "authUrl"))
                .allSatisfy(
                        field -> assertThat(environment.path(field).asText()).isEqualTo(server));
        assertThat(environment.path("clientId").asText()).isEqualTo(ConsoleLogin.CLIENT);
        assertThat(environment.path("consoleUrl").asText())
                .isEqualTo(CONSOLE.page().toString());
        assertThat(environment.path("locale").asText()).isEqualTo("de");
        assertThat(environment.path("version").asText()).isEqualTo(Settings.packedVersion());
        assertThat(environment.path("productName").asText()).isEqualTo("Contoso & Söhne");
        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/branding");
        assertThat(environment(CONSOLE.open()).has("productName")).isFalse();
    }

    @Test
    void L22_thePageIsNotKeptAndItsFilesAreKeptForGood() {
        Answer page = CONSOLE.open();
        Answer script = Http.to(script(page)).get();

        assertThat(page.headers().allValues("content-type")).containsExactly("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(script.headers().allValues("content-type")).containsExactly("text/javascript;charset=UTF-8");
        assertThat(script.headers().allValues("cache-control")).containsExactly("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, GZIP;q=0.5", "*"})
    void L22_scriptsAreCompressedForClientsThatTakeIt(String accepted) throws IOException {
        URI script = script(CONSOLE.open());
        HttpURLConnection call = (HttpURLConnection) script.toURL().openConnection();
        call.setRequestProperty("Accept-Encoding", accepted);

        assertThat(call.getHeaderField("Content-Encoding")).isEqualTo("gzip");
        assertThat(call.getHeaderField("Vary")).isEqualTo("Accept-Encoding");
        String inflated;
        try (var body = new GZIPInputStream(call.getInputStream())) {
            inflated = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(inflated).isEqualTo(Http.to(script).get().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", ""})
    void L22_andInflatedForThoseThatDoNot(String accepted) {
        Answer script = Http.to(script(CONSOLE.open()))
                .header("Accept-Encoding", accepted)
                .get();

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.headers().firstValue("content-encoding")).isEmpty();
        assertThat(script.headers().allValues("vary")).containsExactly("Accept-Encoding");
        assertThat(script.body()).contains("import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "assets.txt",
                "assets/",
                "assets/index.html",
                "assets/none.js",
                "assets/../assets.txt",
                "assets/..%2fassets.txt",
                "assets/%2e%2e/assets.txt",
                "assets/..%5cassets.txt",
                "assets/%00",
                "assets/..%2f..%2fMETA-INF%2fMANIFEST.MF"
            })
    void L22_nothingElseCanBeFetched(String path) {
        assertThat(Http.to(URI.create(CONSOLE.page() + path)).get().status()).isBetween(400, 404);
    }

    @Test
    void L22_filesHaveNoOtherNames() {
        URI script = script(CONSOLE.open());

        assertThat(Http.to(URI.create(script + ".gz")).get().status()).isEqualTo(404);
        assertThat(Http.to(URI.create(script.toString().replace("/assets/", "/assets/x/")))
                        .get()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void L22_realmsThatAreNotManagedHaveNoConsole() {
        URI script = script(CONSOLE.open());
        String there = script.toString().replace(TENANT.name(), UNMANAGED.name());

        assertThat(ConsoleLogin.in(UNMANAGED).open().status()).isEqualTo(404);
        assertThat(Http.to(URI.create(there)).get().status()).isEqualTo(404);
        assertThat(UNMANAGED.admin().get("/" + UNMANAGED.name() + "/clients?clientId=" + ConsoleLogin.CLIENT))
                .isEmpty();
        assertThat(Http.to(TENANT.server().uri("/realms/none/msp-mfa/console/"))
                        .get()
                        .status())
                .isEqualTo(404);
        assertThat(ConsoleLogin.inMaster(TENANT).open().status()).isEqualTo(200);
    }

    /** A tenant writes its realm's security headers, and Keycloak's own pages have them. */
    @Test
    void L22_aTenantCannotWeakenTheHeaders() {
        TENANT.change(realm -> realm.putObject("browserSecurityHeaders")
                .put("contentSecurityPolicy", "frame-ancestors *")
                .put("xFrameOptions", "ALLOWALL")
                .put("strictTransportSecurity", "max-age=0")
                .put("xRobotsTag", "all")
                .put("referrerPolicy", "unsafe-url")
                .put("xContentTypeOptions", ""));
        assertThat(Http.to(TENANT.uri("/account/")).get().headers().allValues("x-frame-options"))
                .as("on a page of Keycloak's")
                .contains("ALLOWALL");

        Answer page = CONSOLE.open();
        Answer script = Http.to(script(page)).get();

        assertThat(page.headers().allValues("content-security-policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'; require-trusted-types-for 'script'");
        assertThat(script.headers().allValues("content-security-policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(List.of(page, script, Http.to(TENANT.uri("/msp-mfa/console")).get()))
                .allSatisfy(ConsoleServingIT::hasOurHeaders);
    }

    private static void hasOurHeaders(Answer answer) {
        assertThat(answer.headers().allValues("x-frame-options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("referrer-policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("x-robots-tag")).containsExactly("none");
        assertThat(answer.headers().allValues("strict-transport-security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(answer.headers().allValues("cross-origin-opener-policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("cross-origin-resource-policy")).containsExactly("same-origin");
    }

    private static JsonNode environment(Answer page) {
        return Json.parse(
                Jsoup.parse(page.body()).select("script#environment").get(0).data());
    }

    private static URI script(Answer page) {
        String path = Jsoup.parse(page.body()).select("script[type=module]").attr("src");
        return CONSOLE.page().resolve(path);
    }
}
