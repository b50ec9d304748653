// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The provider's brand in mails (X16). */
class BrandMailsIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void branded() {
        TENANT.change(realm -> realm.put("displayName", "Acme Ltd").put("emailTheme", "msp"));
        TENANT.admin().put(branding(), brand());
    }

    @Test
    void X16_keycloaksOwnMailsCarryTheBrand() throws InterruptedException {
        User ada = TENANT.user();
        TENANT.admin()
                .put(
                        TENANT.userPath(ada) + "/execute-actions-email",
                        new ObjectMapper().createArrayNode().add("UPDATE_PASSWORD"));

        assertBranded(MAILBOX.nextTo(ada));
    }

    /** Written without a request, which alone knows the address of the logo. */
    @Test
    void X16_ourMailsCarryTheBrand() throws InterruptedException {
        User ada = TENANT.user();
        Story.enrol(TENANT, ada);

        assertBranded(MAILBOX.nextTo(ada));
    }

    @Test
    void X16_underOtherThemesOnlyTheSenderUnlessAskedFor() throws InterruptedException {
        TENANT.change(realm -> realm.put("emailTheme", "keycloak"));
        User ada = TENANT.user();
        Story.enrol(TENANT, ada);
        Mail plain = MAILBOX.nextTo(ada);
        TENANT.admin().put(branding(), brand().put("everyTheme", true));
        User bob = TENANT.user();
        Story.enrol(TENANT, bob);
        Mail branded = MAILBOX.nextTo(bob);

        assertThat(plain.header("From")).contains("Acme Ltd via Contoso");
        assertThat(plain.html()).doesNotContain("contoso.example", "<img");
        assertBranded(branded);
    }

    @Test
    void X16_theSendersNameCannotBringHeaders() throws InterruptedException {
        TENANT.change(realm -> realm.put("displayName", "Acme\r\nBcc: mallory@evil.test"));
        User ada = TENANT.user();
        Story.enrol(TENANT, ada);

        Mail mail = MAILBOX.nextTo(ada);

        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.header("From")).contains("via Contoso");
    }

    private static void assertBranded(Mail mail) {
        assertThat(mail.header("From")).contains("Acme Ltd via Contoso");
        Element page = Jsoup.parse(mail.html());
        Element logo = page.selectFirst("img");
        assertThat(logo).isNotNull();
        assertThat(logo.attr("alt")).isEqualTo("Contoso");
        assertThat(Http.to(URI.create(logo.attr("src"))).get().headers().firstValue("content-type"))
                .hasValue("image/png");
        assertThat(mail.html()).contains("#5b2a86");
        assertThat(page.select("a[href=https://contoso.example/imprint]")).hasSize(1);
        assertThat(mail.text()).contains("Contoso", "https://contoso.example/imprint");
    }

    private static ObjectNode brand() {
        ObjectNode brand = new ObjectMapper().createObjectNode().put("productName", "Contoso");
        brand.putObject("colours").put("accent", "#5b2a86");
        brand.putObject("logo").put("light", Pictures.png(240, 60, 0x884400));
        brand.putObject("links").put("imprint", "https://contoso.example/imprint");
        return brand.put("mailSender", "[tenant] via Contoso");
    }

    private static String branding() {
        return "/" + TENANT.name() + "/msp-mfa/branding";
    }
}
