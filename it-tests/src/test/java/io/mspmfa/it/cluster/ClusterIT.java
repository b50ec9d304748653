// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.risk.Behind;
import io.mspmfa.it.server.Cluster;
import io.mspmfa.it.server.Servers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes, between which a load balancer sends each request to either: what one has seen holds on the other. */
class ClusterIT {
    private static final String DEVICE = "MSP_MFA_DEVICE_";
    private static final String KNOWN = "MSP_MFA_KNOWN_";
    private static final Cluster CLUSTER = Servers.cluster(Behind.options());
    private static final Tenant TENANT = Tenant.on(() -> CLUSTER);

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void create() {
        TENANT.create();
    }

    @AfterAll
    static void stop() {
        CLUSTER.stop();
    }

    @Test
    void theNodesHaveFoundEachOther() {
        assertThat(CLUSTER.log()).containsPattern("Received new cluster view.*\\(2\\)");
    }

    @Test
    void R9_ofTwentyParallelLoginsWithOneCodeOnTwoNodesExactlyOneSucceeds()
            throws InterruptedException, ExecutionException {
        TENANT.setPolicy(Policy.required().attempts(100, 1));
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        List<RawBrowser> browsers = new ArrayList<>();
        List<RawPage> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            browsers.add(new RawBrowser(TENANT).at(node(i)));
            pages.add(Story.toChallenge(browsers.get(i), ada));
        }
        String code = enrolled.phone().freshCode();
        List<Callable<RawPage>> logins = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RawBrowser browser = browsers.get(i);
            RawPage page = pages.get(i);
            logins.add(() -> browser.post(page, "code", code));
        }

        assertThat(Parallel.run(logins)).filteredOn(RawPage::signedIn).hasSize(1);
    }

    @Test
    void aLoginAndALinkGoOnWhenTheNodeThatShowedThePageDies() {
        TENANT.setPolicy(Policy.required());
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT).at(node(1));
        RawPage challenge = Story.toChallenge(browser, ada);
        String code = enrolled.phone().freshCode();
        URI link = TENANT.enrolmentLink(TENANT.user());
        new RawBrowser(TENANT).at(node(1)).get(link).expect(TotpPage.ID);

        CLUSTER.second().stop();
        try {
            assertThat(browser.at(node(0)).post(challenge, "code", code).signedIn())
                    .isTrue();
            new RawBrowser(TENANT).at(node(0)).get(link).expect(TotpPage.ID);
        } finally {
            CLUSTER.second().restart();
        }
    }

    @Test
    void A56_R33_aDeviceIsTrustedOnBothNodesAndReplacedByEither() {
        TENANT.setPolicy(Policy.required().rememberDevice(30));
        User ada = TENANT.user();
        RawBrowser browser = trusted(ada);

        for (int i = 0; i < 4; i++) {
            String before = browser.cookie(DEVICE).orElseThrow();
            loginOn(node(i), browser, ada).expect(AppPage.ID);
            assertThat(browser.cookie(DEVICE)).isNotEmpty().get().isNotEqualTo(before);
        }
    }

    @Test
    void A56_R33_parallelLoginsOnTwoNodesAreNotACopy() throws InterruptedException, ExecutionException {
        TENANT.setPolicy(Policy.required().rememberDevice(30));
        User ada = TENANT.user();
        RawBrowser browser = trusted(ada);
        String name = browser.cookieName(DEVICE);
        String value = browser.cookie(DEVICE).orElseThrow();
        List<Callable<RawPage>> logins = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            RawBrowser tab = new RawBrowser(TENANT).at(node(i));
            tab.putCookie(name, value, "/realms/" + TENANT.name() + "/");
            logins.add(() -> tab.login(ada));
        }

        assertThat(Parallel.run(logins)).allMatch(RawPage::signedIn);
        loginOn(node(0), browser, ada).expect(AppPage.ID);
        loginOn(node(1), browser, ada).expect(AppPage.ID);
    }

    @Test
    void A56_R35_whatIsRevokedOnOneNodeIsDeadOnTheOther() {
        TENANT.setPolicy(Policy.required().rememberDevice(30));
        User ada = TENANT.user();
        RawBrowser browser = trusted(ada);
        TokenResult tokens = loginOn(node(1), browser, ada).tokens();

        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/devices");

        loginOn(node(1), browser, ada).expect(ChallengePage.ID);
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isFalse();
    }

    @Test
    void A22_whatOneNodeLearnsTheOtherKnows() {
        TENANT.setPolicy(Policy.adaptive());
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        Story.enrol(TENANT, ada, browser);

        loginOn(node(1), browser, ada).expect(AppPage.ID);
        new RawBrowser(TENANT).at(node(1)).login(ada).expect(ChallengePage.ID);
        for (int i = 0; i < 3; i++) {
            RawBrowser guesser = new RawBrowser(TENANT).at(node(i));
            RawPage page = guesser.get(TestApp.loginUri(TENANT)).expect(LoginPage.ID);
            guesser.post(page, "username", ada.username(), "password", "wrong").expect(LoginPage.ID);
        }
        loginOn(node(1), browser, ada).expect(AppPage.ID);

        String why = TENANT.events()
                .of(ada, "LOGIN")
                .get(0)
                .path("details")
                .path("msp_mfa_risk")
                .asText();
        assertThat(why).isEqualTo("recent_failures");
    }

    @Test
    void A22_A27_A56_twoBrowsersAndThreeNetworksOnTwoNodes() {
        Behind.letIn(TENANT, Policy.adaptive().rememberDevice(30));
        User ada = TENANT.user();
        Device laptop = devices.open().from(Behind.HOME).at(node(0)).login(ada);
        Enrolled enrolled = Story.setUp(laptop);
        laptop.on(DonePage::new).finish().on(AppPage::new);
        laptop.closeSession();

        laptop.at(node(1)).login(ada).on(AppPage::new);
        laptop.closeSession();
        laptop.from(Behind.CAFE).at(node(0)).login(ada).on(AppPage::new);
        laptop.closeSession();
        Device phone = devices.open().from(Behind.FAR_AWAY).at(node(1)).login(ada);
        phone.on(ChallengePage::new)
                .trust()
                .submit(enrolled.phone().freshCode())
                .on(AppPage::new);
        phone.closeSession();

        TENANT.setPolicy(Policy.required().rememberDevice(30));
        phone.at(node(0)).login(ada).on(AppPage::new);
        laptop.at(node(1)).login(ada).on(ChallengePage::new);
    }

    @Test
    void R37_aStricterPolicyHoldsOnBothNodesAtOnce() {
        TENANT.setPolicy(Policy.adaptive());
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        Story.enrol(TENANT, ada, browser);
        loginOn(node(1), browser, ada).expect(AppPage.ID);

        TENANT.setPolicy(Policy.required());

        loginOn(node(1), browser, ada).expect(ChallengePage.ID);
    }

    private static URI node(int number) {
        return CLUSTER.nodes().get(number % 2);
    }

    private static RawBrowser trusted(User user) {
        Enrolled enrolled = Story.enrol(TENANT, user);
        RawBrowser browser = new RawBrowser(TENANT).at(node(0));
        RawPage challenge = Story.toChallenge(browser, user);
        browser.post(challenge, "code", enrolled.phone().freshCode(), "rememberDevice", "true")
                .expect(AppPage.ID);
        return browser;
    }

    private static RawPage loginOn(URI node, RawBrowser browser, User user) {
        browser.keepOnly(browser.countCookies(DEVICE) > 0 ? DEVICE : KNOWN);
        return browser.at(node).login(user);
    }
}
