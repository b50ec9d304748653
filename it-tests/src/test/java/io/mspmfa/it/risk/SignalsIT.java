// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import static io.mspmfa.it.risk.Behind.FAR_AWAY;
import static io.mspmfa.it.risk.Behind.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.ExtensionJar;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import io.mspmfa.it.server.Settings;
import io.mspmfa.providers.risk.geo.GeoFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signals that take something from outside: the operator's geo database, and another extension. */
class SignalsIT {
    private static final String FACTORY = "io.mspmfa.providers.risk.spi.RiskSignalFactory";
    private static final String IMPORTS = "import io.mspmfa.core.risk.*; import io.mspmfa.providers.risk.spi.*; ";

    /** A network of which the other extension's second signal can make nothing. */
    private static final String ODD = "233.252.0.1";

    private static final Path GEO = Settings.target().resolve("signals.mmdb");
    private static final KeycloakServer SERVER = start();

    private static final Tenant TENANT = Tenant.on(() -> SERVER);

    private static KeycloakServer start() {
        ExtensionJar extension = new ExtensionJar()
                .with("NightOwl", IMPORTS + documentedSignal(), FACTORY)
                .with("Fragile", IMPORTS + """
                                public final class Fragile implements RiskSignal {
                                    public String word() { return "fragile"; }
                                    public String meaning() { return "never"; }
                                    public int most() { return 10; }
                                    public int points(RiskFacts facts, History history) {
                                        if (facts.network().orElseThrow().hex().equals("e9fc00")) {
                                            throw new IllegalStateException("fragile");
                                        }
                                        return 0;
                                    }
                                }
                                """, FACTORY);
        return Servers.withExtension(
                "signals", extension, Behind.options("--spi-msp-mfa-risk-signal--built-in--geo-database=" + GEO));
    }

    /** The class in docs/adaptive.md. */
    private static String documentedSignal() {
        try {
            Matcher block = Pattern.compile("```java\\n(.+?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("..", "docs", "adaptive.md")));
            assertThat(block.find()).isTrue();
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void create() {
        TENANT.create();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void riskDecides() throws IOException {
        Files.deleteIfExists(GEO);
        Behind.letIn(TENANT, Policy.adaptive());
        TENANT.clock().moveTo(day().plus(8, ChronoUnit.HOURS));
    }

    @Test
    void A22_anotherCountryIsNoReasonWithoutADatabase() {
        Regular ada = Regular.in(TENANT);

        ada.loginFrom(FAR_AWAY).expect(AppPage.ID);

        assertThat(ada.reasons()).isEqualTo("new_network");
    }

    @Test
    void A22_anotherCountryIsAskedAndKnownAfterAProof() {
        countries();
        Regular ada = Regular.in(TENANT);
        TENANT.clock().forward(Duration.ofDays(1));

        assertThat(ada.proveFrom(FAR_AWAY).signedIn()).isTrue();

        assertThat(ada.reasons()).isEqualTo("new_country+new_network");
        assertThat(ada.score()).isEqualTo(50);
        ada.loginFrom(FAR_AWAY).expect(AppPage.ID);
        assertThat(ada.why()).doesNotContain("JP").doesNotContain(FAR_AWAY);
    }

    @Test
    void A22_aJourneyThatNobodyCanMakeIsAsked() {
        countries();
        Regular ada = Regular.in(TENANT);
        TENANT.clock().forward(Duration.ofHours(1));

        ada.loginFrom(FAR_AWAY).expect(ChallengePage.ID);

        assertThat(ada.proveFrom(FAR_AWAY).signedIn()).isTrue();
        assertThat(ada.reasons()).isEqualTo("impossible_travel+new_country+new_network");
    }

    @Test
    void A22_aDatabaseThatIsReplacedBrokenOrGoneStopsNobody() throws IOException {
        countries();
        Regular ada = Regular.in(TENANT);
        TENANT.clock().forward(Duration.ofDays(1));
        ada.loginFrom(FAR_AWAY).expect(ChallengePage.ID);

        Files.writeString(GEO, "no database", StandardCharsets.UTF_8);
        TENANT.clock().forward(Duration.ofSeconds(11));
        ada.loginFrom(FAR_AWAY).expect(AppPage.ID);
        ada.loginFrom(FAR_AWAY).expect(AppPage.ID);
        Files.delete(GEO);
        TENANT.clock().forward(Duration.ofSeconds(11));
        ada.loginFrom(HOME).expect(AppPage.ID);

        assertThat(SERVER.log())
                .containsPattern("The geo database .*signals.mmdb can't be read, so the signals new_country and"
                        + " impossible_travel say nothing");
    }

    @Test
    void A22_theDocumentedSignalOfAnotherExtensionCounts() {
        Regular ada = Regular.in(TENANT);
        TENANT.clock().moveTo(day().plus(26, ChronoUnit.HOURS));

        ada.loginFrom(HOME).expect(AppPage.ID);

        assertThat(ada.reasons()).isEqualTo("night_owl");
        assertThat(ada.score()).isEqualTo(10);
    }

    @Test
    void R38_aSignalThatThrowsHasTheUserAsked() {
        Regular ada = Regular.in(TENANT);

        assertThat(ada.proveFrom(ODD).signedIn()).isTrue();

        assertThat(ada.reasons()).isEqualTo("signal_failed");
        assertThat(ada.score()).isEqualTo(100);
        ada.loginFrom(HOME).expect(AppPage.ID);
        assertThat(SERVER.log()).containsOnlyOnce("The risk of a login can't be judged");
    }

    /** Noticed at the next look, for which the clock has moved further than the interval. */
    private static void countries() {
        new GeoFile()
                .with("203.0.113", "DE", 50.1, 8.7)
                .with("192.0.2", "JP", 35.7, 139.7)
                .writeTo(GEO);
        TENANT.clock().forward(Duration.ofMinutes(1));
    }

    private static Instant day() {
        return Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }
}
