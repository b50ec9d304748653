// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.branding.Pictures;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The brand of a provider and of its tenants, over REST (X16). */
class BrandingApiIT {
    private static final String ATTRIBUTE = "msp.branding";

    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant OTHER = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final MasterRecord MASTER = new MasterRecord(TENANT);

    private static Person admin;
    private static Person reseller;

    @BeforeAll
    static void people() {
        TENANT.change(realm -> realm.put("adminEventsEnabled", true).put("adminEventsDetailsEnabled", true));
        admin = STAFF.ofTenant(TENANT, "realm-admin");
        reseller = STAFF.reseller(TENANT, "manage-mfa");
    }

    @AfterEach
    void noBrands() {
        STAFF.superAdmin().delete(path("master"));
        TENANT.admin().delete(path());
        TENANT.change(realm -> realm.withObjectProperty("attributes").put(ATTRIBUTE, ""));
    }

    @Test
    void X16_eachFieldIsInheritedByItself() {
        STAFF.superAdmin()
                .put(
                        path("master"),
                        Json.of("{'productName': 'Contoso', 'colours': {'accent': '#0066cc', 'page': '#eeeeee'}}"));
        reseller.api().put(path(), Json.of("{'tenantMayChange': true, 'colours': {'accent': '#5b2a86'}}"));
        admin.api().put(path(), Json.of("{'productName': 'Acme ID'}"));

        JsonNode tenants = admin.api().get(path());
        JsonNode resellers = reseller.api().get(path());

        JsonNode shown = Json.of("{'productName': 'Acme ID', 'colours': {'accent': '#5b2a86', 'page': '#eeeeee'},"
                + " 'tenantMayChange': true}");
        assertThat(tenants.path("layer").asText()).isEqualTo("tenant");
        assertThat(tenants.path("own")).isEqualTo(Json.of("{'productName': 'Acme ID'}"));
        assertThat(tenants.at("/inherited/productName").asText()).isEqualTo("Contoso");
        assertThat(tenants.path("effective")).isEqualTo(shown);
        assertThat(resellers.path("layer").asText()).isEqualTo("provider");
        assertThat(resellers.at("/own/colours/accent").asText()).isEqualTo("#5b2a86");
        assertThat(resellers.at("/inherited/colours/accent").asText()).isEqualTo("#0066cc");
        assertThat(resellers.path("effective")).isEqualTo(shown);
        assertThat(OTHER.admin()
                        .get("/" + OTHER.name() + "/msp-mfa/branding")
                        .at("/effective/productName")
                        .asText())
                .as("another tenant")
                .isEqualTo("Contoso");
    }

    @Test
    void X16_withoutLeaveATenantChangesNothingByAnyWay() {
        reseller.api().put(path(), Json.of("{'productName': 'Contoso'}"));

        Answer refused = admin.api().tryPut(path(), Json.of("{'productName': 'Acme ID'}"));
        JsonNode realm = admin.api().get("/" + TENANT.name());
        realm.withObjectProperty("attributes")
                .put(ATTRIBUTE, "{\"productName\": \"Acme ID\", \"tenantMayChange\": true}");
        admin.api().put("/" + TENANT.name(), realm);

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.json().path("error").asText()).isEqualTo("branding_not_allowed");
        JsonNode seen = admin.api().get(path());
        assertThat(seen.path("mayChange").asBoolean()).isFalse();
        assertThat(seen.at("/effective/productName").asText()).isEqualTo("Contoso");
        assertThat(seen.at("/effective/tenantMayChange").asBoolean()).isFalse();
    }

    @Test
    void X16_leaveIsTheProvidersToGive() {
        reseller.api().put(path(), Json.of("{'tenantMayChange': true}"));

        Answer refused = admin.api().tryPut(path(), Json.of("{'tenantMayChange': false}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fields").toString()).contains("tenantMayChange", "by the provider only");
    }

    @Test
    void X16_whatCannotBeReadIsInheritedFieldByField() {
        reseller.api().put(path(), Json.of("{'tenantMayChange': true, 'productName': 'Contoso'}"));
        TENANT.change(
                realm -> realm.withObjectProperty("attributes")
                        .put(
                                ATTRIBUTE,
                                "{\"productName\": \"<b>x</b>\", \"appName\": \"Acme\", \"css\": \"*{}\", \"tenantMayChange\": false}"));

        JsonNode seen = admin.api().get(path());

        assertThat(seen.at("/effective/productName").asText()).isEqualTo("Contoso");
        assertThat(seen.at("/effective/appName").asText()).isEqualTo("Acme");
        assertThat(seen.at("/effective/tenantMayChange").asBoolean()).isTrue();
        assertThat(seen.path("unreadable").findValuesAsText("field")).containsExactly("productName", "css");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'colours': {'accent': 'red'}}                     | colours.accent
            {'colours': {'page': 'url(https://x.example/a)'}}  | colours.page
            {'colours': {'accent': '#ffcc00'}}                 | colours.accent
            {'links': {'imprint': 'javascript:alert(1)'}}      | links.imprint
            {'support': {'contact': '${7*7}'}}                | support.contact
            {'productName': '<script>'}                        | productName
            {'mailSender': 'a\\nBcc: b'}                       | mailSender
            {'logo': {'light': 'https://x.example/logo.png'}}  | logo.light
            {'logo': {'light': 'HTML'}}                        | logo.light
            {'logo': {'light': 'BOMB'}}                        | logo.light
            {'logo': {'light': 'SCRIPT'}}                      | logo.light
            {'background': 'HUGE'}                             | background
            """)
    void X16_whatIsWrongIsNamedAndNothingIsStored(String json, String field) {
        String sent = json.replace(
                        "HTML", Pictures.data("image/png", "<html><script>1</script>".getBytes(StandardCharsets.UTF_8)))
                .replace(
                        "BOMB",
                        Pictures.data(
                                "image/svg+xml",
                                "<!DOCTYPE s [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><svg xmlns=\"http://www.w3.org/2000/svg\">&c;</svg>"
                                        .getBytes(StandardCharsets.UTF_8)))
                .replace("SCRIPT", Pictures.svg("<script>1</script>"))
                .replace("HUGE", Pictures.data("image/png", new byte[70_000]));

        Answer refused = reseller.api().tryPut(path(), Json.of(sent));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_branding");
        assertThat(refused.json().path("fields").findValuesAsText("field")).containsExactly(field);
        assertThat(reseller.api().get(path()).path("own").isNull()).isTrue();
    }

    @Test
    void X16_aLogoOfTenMegabytesIsRefusedUnread() {
        Answer refused =
                reseller.api().tryPut(path(), Json.of("{'logo': {'light': '" + "A".repeat(10_000_000) + "'}}"));

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void X16_aWriteBasedOnAnOlderBrandIsRefused() {
        String tag = Http.to(TENANT.server().uri("/admin/realms" + path()))
                .bearer(reseller.login().get())
                .get()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        reseller.api().put(path(), Json.of("{'productName': 'First'}"));

        Answer late = Http.to(TENANT.server().uri("/admin/realms" + path()))
                .bearer(reseller.login().get())
                .header("If-Match", tag)
                .put("{\"productName\": \"Second\"}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(reseller.api().get(path()).at("/own/productName").asText()).isEqualTo("First");
    }

    @Test
    void X16_ofTwoWritersOneWinsAndTheBrandIsWhole() throws InterruptedException, ExecutionException {
        List<Callable<Answer>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AdminApi api = new AdminApi(TENANT.server(), reseller.login());
            api.get(path());
            JsonNode brand = Json.of("{'productName': 'N" + i + "', 'appName': 'N" + i + "'}");
            writers.add(() -> api.tryPut(path(), brand));
        }

        List<Answer> answers = Parallel.run(writers);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(204));
        JsonNode own = reseller.api().get(path()).path("own");
        assertThat(own.path("appName")).isEqualTo(own.path("productName"));
    }

    @Test
    void X16_changesAreRecordedWithoutTheImagesThemselves() {
        String image = Pictures.png(40, 10, 0x336699);
        JsonNode brand = Json.of("{'productName': 'Contoso', 'logo': {'light': '" + image + "'}}");

        reseller.api().put(path(), brand);
        reseller.api().delete(path());

        MASTER.requireBy(reseller.user(), "CREATE", "msp-mfa/branding");
        MASTER.requireBy(reseller.user(), "DELETE", "msp-mfa/branding");
        String told = TENANT.events().admin().toString();
        assertThat(told).contains("Contoso", "sha256:").doesNotContain(image);
    }

    private static String path() {
        return path(TENANT.name());
    }

    private static String path(String realm) {
        return "/" + realm + "/msp-mfa/branding";
    }
}
