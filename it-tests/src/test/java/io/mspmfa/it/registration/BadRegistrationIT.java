// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices that were not offered, and fields that nobody asked for. */
class BadRegistrationIT {
    private static final String BOX = "#msp-mfa-opt-in-box";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant UNMANAGED = Tenant.unmanaged();

    private final RawBrowser browser = new RawBrowser(TENANT);

    @BeforeEach
    void usualRealms() {
        Registration.allow(TENANT);
        Registration.allow(UNMANAGED);
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void M15_aRealmThatIsNotManagedRegistersAsKeycloakDoes() {
        RawBrowser plain = new RawBrowser(UNMANAGED);
        User grace = Registration.newcomer();
        RawPage form = plain.get(Registration.uri(UNMANAGED));
        assertThat(form.answer().body()).doesNotContain("msp-mfa");

        RawPage next = Registration.submit(plain, form, grace, RegisterPage.OPT_IN, "totp");

        assertThat(next.signedIn()).isTrue();
        assertThat(Registration.pending(UNMANAGED, Registration.account(UNMANAGED, grace)))
                .isEmpty();
        assertThat(new RawBrowser(UNMANAGED).login(grace).signedIn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "off,      offered,    false, false",
        "optional, off,        false, false",
        "optional, offered,    true,  false",
        "adaptive, offered,    true,  false",
        "adaptive, off,        false, false",
        "required, offered,    false, true",
        "required, preChecked, false, true",
        "required, off,        false, false"
    })
    void M2_theModeDecidesWhatThePageShows(String mode, String optIn, boolean box, boolean sentence) {
        TENANT.setPolicy(Policy.mode(mode).optIn(optIn));

        RawPage form = form();

        assertThat(form.attribute(BOX, "type").isEmpty()).isNotEqualTo(box);
        assertThat(form.says("mspMfaOptInRequired")).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"off, offered", "optional, off", "required, offered"})
    void M2_M15_aChoiceThatIsNotOfferedHasNoEffect(String mode, String optIn) {
        TENANT.setPolicy(Policy.mode(mode).optIn(optIn));
        User grace = Registration.newcomer();

        Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, "totp");

        assertThat(Registration.pending(TENANT, Registration.account(TENANT, grace)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webauthn",
                "on",
                "TOTP",
                "totp ",
                "carrier pigeon",
                "<script>alert(1)</script>",
                "\u0000",
                "null"
            })
    void M2_aMethodThatThePolicyDoesNotAllowIsRefusedBeforeAnAccountExists(String method) {
        User grace = Registration.newcomer();

        RawPage again = Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, method);

        assertThat(again.expect(RegisterPage.ID).says("mspMfaOptInGone")).isTrue();
        assertThat(again.attribute(BOX, "value")).isEqualTo("totp");
        assertThat(again.answer().body()).doesNotContain("alert(1)");
        assertThat(Registration.hasAccount(TENANT, grace)).isFalse();
        Registration.submit(browser, again, grace, RegisterPage.OPT_IN, "totp").expect(LoginPage.ID);
        assertThat(Registration.pending(TENANT, Registration.account(TENANT, grace)))
                .containsExactly("msp-mfa-setup");
    }

    @Test
    void M2_aVeryLongChoiceIsRefused() {
        User grace = Registration.newcomer();

        RawPage again = Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, "totp".repeat(20_000));

        assertThat(again.expect(RegisterPage.ID).says("mspMfaOptInGone")).isTrue();
        assertThat(Registration.hasAccount(TENANT, grace)).isFalse();
    }

    @Test
    void M2_theFirstOfSeveralChoicesCounts() {
        User grace = Registration.newcomer();

        Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, "totp", RegisterPage.OPT_IN, "webauthn")
                .expect(LoginPage.ID);

        assertThat(Registration.pending(TENANT, Registration.account(TENANT, grace)))
                .containsExactly("msp-mfa-setup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "required"})
    void M2_aPageThatIsOlderThanThePolicyStillRegisters(String mode) {
        User grace = Registration.newcomer();
        RawPage form = form();
        TENANT.setPolicy(Policy.mode(mode));

        Registration.submit(browser, form, grace, RegisterPage.OPT_IN, "totp");

        assertThat(Registration.pending(TENANT, Registration.account(TENANT, grace)))
                .isEmpty();
    }

    /** Without care, each field of the form becomes an attribute there. */
    @Test
    void M2_theChoiceIsNoAttributeOfTheUser() {
        String profile = "/" + TENANT.name() + "/users/profile";
        ObjectNode settings = TENANT.admin().get(profile).deepCopy();
        TENANT.admin().put(profile, settings.put("unmanagedAttributePolicy", "ENABLED"));
        User grace = Registration.newcomer();

        Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, "totp", "shoe-size", "38");

        var attributes = TENANT.admin()
                .get(TENANT.userPath(Registration.account(TENANT, grace)))
                .path("attributes");
        assertThat(attributes.path("shoe-size").path(0).asText()).isEqualTo("38");
        assertThat(attributes.has(RegisterPage.OPT_IN)).isFalse();
        assertThat(Registration.pending(TENANT, Registration.account(TENANT, grace)))
                .containsExactly("msp-mfa-setup");
    }

    @Test
    void M15_anEmptyChoiceIsNone() {
        User grace = Registration.newcomer();

        Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, "").expect(LoginPage.ID);

        assertThat(new RawBrowser(TENANT).login(grace).id()).isEqualTo(AppPage.ID);
    }

    @Test
    void M7_aFactorThatCanNoLongerBeSetUpStopsNobody() {
        User grace = Registration.newcomer();
        Registration.submit(browser, form(), grace, RegisterPage.OPT_IN, "totp");

        TENANT.setPolicy(Policy.off());

        assertThat(new RawBrowser(TENANT).login(grace).signedIn()).isTrue();
    }

    @Test
    void M2_aSecondPostOfTheSameFormIsNoSecondAccount() {
        User grace = Registration.newcomer();
        RawPage form = form();
        Registration.submit(browser, form, grace, RegisterPage.OPT_IN, "totp").expect(LoginPage.ID);

        RawPage second = browser.post(form.action(), Form.of(RegisterPage.OPT_IN, "totp"));

        assertThat(second.signedIn()).isFalse();
    }

    private RawPage form() {
        return browser.get(Registration.uri(TENANT)).expect(RegisterPage.ID);
    }
}
