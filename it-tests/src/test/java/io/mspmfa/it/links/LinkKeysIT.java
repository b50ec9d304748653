// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key in the address of a link: short, random, and worth something for one user of one realm only (R27). */
class LinkKeysIT {
    private static final String FORMER_TYPE = "msp-mfa-enrolment";

    /** Version 5 has 37 modules a side; the address of old had 89. */
    private static final int QR_VERSION = 5;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant OTHER = Tenant.managed(Policy.optional());

    private final Links links = new Links(TENANT);

    @AfterEach
    void logAsUsual() {
        TENANT.probe().setLogLevel("org.keycloak", "INFO");
    }

    @Test
    void K13_R27_anAddressIsShortAndItsQrCodeSmall() throws WriterException {
        var ada = TENANT.user();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            URI link = links.create(ada);

            assertThat(link.getPath()).isEqualTo("/realms/" + TENANT.name() + "/msp-mfa/enrol");
            assertThat(link.getQuery()).matches("key=[A-Za-z0-9_-]{22}");
            assertThat(Encoder.encode(link.toString(), ErrorCorrectionLevel.L)
                            .getVersion()
                            .getVersionNumber())
                    .isLessThanOrEqualTo(QR_VERSION);
            keys.add(link.getQuery());
        }
        assertThat(keys).hasSize(5);
    }

    @Test
    void R27_aKeyOpensNothingInAnotherRealm() {
        var ada = TENANT.user();
        URI link = links.create(ada);

        assertDead(new RawBrowser(OTHER).get(OTHER.uri("/msp-mfa/enrol?" + link.getQuery())));

        links.follow(new RawBrowser(TENANT), link).expect(InfoPage.ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?key=",
                "?key=AAAAAAAAAAAAAAAAAAAAAA",
                "?key=AAAAAAAAAAAAAAAAAAAAA",
                "?key=AAAAAAAAAAAAAAAAAAAAAAA",
                "?key=AAAAAAAAAAAAAAAAAAAA%0AA",
                "?key=%2e%2e%2fAAAAAAAAAAAAAAAA",
                "?key=id.AAAAAAAAAAAAAAAAAAA"
            })
    void R27_aWrongKeyIsAnsweredLikeADeadLinkAndLeavesNoEvent(String query) {
        int before = TENANT.events().all().size();

        assertDead(new RawBrowser(TENANT).get(TENANT.uri("/msp-mfa/enrol" + query)));

        assertThat(TENANT.events().all()).hasSize(before);
    }

    @Test
    void R27_aKeyWithMoreOrLessAfterItIsAnotherKey() {
        String link = links.create(TENANT.user()).toString();

        for (String other : List.of(link + "A", link + "%20A", link.substring(0, link.length() - 1))) {
            assertDead(new RawBrowser(TENANT).get(URI.create(other)));
        }
    }

    /** Links were action tokens of Keycloak once, signed, with 662 characters. */
    @Test
    void aLinkOfAnEarlierVersionSaysThatItIsNoLongerValid() {
        String payload = "{\"typ\":\"" + FORMER_TYPE + "\",\"sub\":\"x\",\"exp\":4102444800,\"jti\":\"x\"}";
        String token =
                part("{\"alg\":\"HS512\",\"typ\":\"JWT\",\"kid\":\"x\"}") + "." + part(payload) + "." + "A".repeat(86);

        assertDead(new RawBrowser(TENANT).get(TENANT.uri("/login-actions/action-token?key=" + token)));
        assertDead(new RawBrowser(TENANT).get(TENANT.uri("/msp-mfa/enrol?key=" + token)));
    }

    @Test
    void R5_R27_noKeyInLogsAndEventsWhetherItWorksOrNot() {
        var ada = TENANT.user();
        int logStart = TENANT.server().log().length();
        TENANT.probe().setLogLevel("org.keycloak", "FINE");
        URI link = links.create(ada);
        String key = link.getQuery().substring("key=".length());

        links.follow(new RawBrowser(TENANT), link).expect(InfoPage.ID);
        assertDead(new RawBrowser(TENANT).get(link));

        String log = TENANT.server().log().substring(logStart);
        assertThat(log).as("the log is detailed").contains(" DEBUG [org.keycloak");
        assertThat(log).doesNotContain(key);
        assertThat(TENANT.events().all().toString()).doesNotContain(key);
        assertThat(TENANT.events().admin().toString()).doesNotContain(key);
        assertThat(errorsOf(ada)).containsExactly("expired_code");
    }

    @Test
    void R27_theAddressOfTheFirstPageIsNotCachedAndHasNoKey() {
        URI link = links.create(TENANT.user());

        RawPage page = new RawBrowser(TENANT).get(link).expect(TotpPage.ID);

        assertThat(page.uri().toString()).doesNotContain(link.getQuery());
    }

    @Test
    void aDisabledRealmOpensNoLink() {
        URI link = links.create(TENANT.user());
        TENANT.change(realm -> realm.put("enabled", false));
        try {
            RawPage page = new RawBrowser(TENANT).get(link).expect(KeycloakErrorPage.ID);
            assertThat(page.status()).isEqualTo(400);
        } finally {
            TENANT.change(realm -> realm.put("enabled", true));
        }
        new RawBrowser(TENANT).get(link).expect(TotpPage.ID);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Iterable<String> errorsOf(User user) {
        return TENANT.events().of(user, "EXECUTE_ACTION_TOKEN_ERROR").stream()
                .map(event -> event.path("error").asText())
                .toList();
    }

    private static void assertDead(RawPage page) {
        page.expect(KeycloakErrorPage.ID);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.says("mspMfaLinkDead")).isTrue();
    }
}
