// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.email.EmailStory;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.sms.Gateway;
import io.mspmfa.it.sms.SmsStory;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The claim amr: Keycloak's default flows, in which the realm calls the password step pwd. One application has
 * Keycloak's mapper and ours, the other one Keycloak's alone.
 */
class AmrIT {
    private static final String PASSWORD_STEP = """
            {"alias": "password", "config": {"default.reference.value": "pwd", "default.reference.maxAge": "36000"}}""";

    private static final String MAPPER = """
            {"name": "%s", "protocol": "openid-connect", "protocolMapper": "%s",
             "config": {"access.token.claim": "true", "id.token.claim": "true"}}""";

    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(policy("totp"));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void theRealmHasMappers() {
        MAILBOX.servesFor(TENANT);
        addMapper(TestApp.CLIENT, "msp-mfa-amr");
        addMapper(TestApp.CLIENT, "oidc-amr-mapper");
        addMapper(TestApp.OTHER_CLIENT, "oidc-amr-mapper");
        String flows = "/" + TENANT.name() + "/authentication";
        for (JsonNode step : TENANT.admin().get(flows + "/flows/browser/executions")) {
            if (step.path("providerId").asText().equals("auth-username-password-form")) {
                TENANT.admin().post(flows + "/executions/" + step.path("id").asText() + "/config", PASSWORD_STEP);
            }
        }
    }

    @BeforeEach
    void appsCount() {
        TENANT.setPolicy(policy("totp"));
    }

    @Test
    void theFactorIsNamedForAsLongAsTheSessionLastsWhoeverAskedForIt() {
        User ada = TENANT.user();
        Story.Enrolled enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);

        TokenResult tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();

        assertThat(tokens.claims("access_token", "amr")).containsExactly("pwd", "otp", "mfa");
        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd", "otp", "mfa");
        assertThat(TestApp.refresh(TENANT, tokens).claims("id_token", "amr")).containsExactly("pwd", "otp", "mfa");
        TokenResult other =
                browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT)).tokens();
        assertThat(other.claims("id_token", "amr"))
                .as("Keycloak's mapper alone")
                .containsExactly("pwd");
    }

    @Test
    void aBackupCodeIsASecondFactorWithoutAWordOfItsOwn() {
        User ada = TENANT.user();
        Story.Enrolled enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage used = Story.loginByBackupCode(browser, ada, enrolled.code(0));
        TokenResult tokens = browser.post(used, "finish", "true").tokens();

        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd", "mfa");
    }

    @Test
    void R19_aCodeByEmailIsNamedAndDoesNotMakeTheLoginMultiFactor() throws InterruptedException {
        TENANT.setPolicy(policy("email"));
        User ada = TENANT.user();
        new EmailStory(TENANT, MAILBOX).enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);

        TokenResult tokens =
                browser.post(challenge, "code", MAILBOX.codeTo(ada)).tokens();

        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd", "email");
    }

    @Test
    void aCodeByTextMessageIsNamed() {
        TENANT.setPolicy(policy("sms"));
        User ada = TENANT.user();
        String number = Gateway.shared().newNumber();
        new SmsStory(TENANT).enrol(ada, number);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);

        TokenResult tokens = browser.post(
                        challenge, "code", Gateway.shared().nextTo(number).code())
                .tokens();

        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd", "sms", "mfa");
    }

    /** The key attests nothing by default, so that it isn't called hardware although it says that it is. */
    @Test
    void aKeyIsCalledSoftwareUnlessTheRealmHasHadItAttested() {
        TENANT.setPolicy(policy("webauthn"));
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(ada);
        Story.registerKey(laptop);

        TokenResult tokens = laptop.on(AppPage::new).result();

        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd", "swk", "mfa");
    }

    /** A simulated key can't be attested by a maker, so that this alone is stored by the test. */
    @Test
    void aKeyIsCalledHardwareIfItHasBeenAttestedAndTheRealmListsItsModel() {
        TENANT.setPolicy(policy("webauthn"));
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(ada);
        Story.registerKey(laptop);
        TENANT.probe().attestKeys(ada.id());

        assertThat(methodsOfLoginByKey(laptop, ada)).as("no list").containsExactly("pwd", "swk", "mfa");
        acceptModels(modelOf(ada));
        assertThat(methodsOfLoginByKey(laptop, ada)).containsExactly("pwd", "hwk", "mfa");
        acceptModels("00000000-0000-0000-0000-000000000001");
        assertThat(methodsOfLoginByKey(laptop, ada)).as("another model").containsExactly("pwd", "swk", "mfa");
        TENANT.change(realm -> realm.putArray("webAuthnPolicyAcceptableAaguids"));
    }

    private static List<String> methodsOfLoginByKey(Device laptop, User user) {
        laptop.closeSession();
        laptop.login(user).on(KeyPage::new).touch();
        return laptop.on(AppPage::new).result().claims("id_token", "amr");
    }

    private static void acceptModels(String model) {
        TENANT.change(realm -> realm.putArray("webAuthnPolicyAcceptableAaguids").add(model));
    }

    private static String modelOf(User user) {
        String data = TENANT.probe()
                .storedCredentials(user.username())
                .findValuesAsText("credentialData")
                .toString();
        return Pattern.compile("\"aaguid\":\"([^\"]+)\"")
                .matcher(data)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void nothingIsSaidOfAFactorThatNobodyWasAskedFor() {
        TENANT.setPolicy(Policy.optional());

        TokenResult tokens = new RawBrowser(TENANT).login(TENANT.user()).tokens();

        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd");
    }

    @Test
    void thePasswordGrantNamesTheCode() {
        User ada = TENANT.user();
        Story.Enrolled enrolled = Story.enrol(TENANT, ada);

        TokenResult tokens =
                TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().freshCode());

        assertThat(tokens.claims("access_token", "amr")).containsExactly("otp", "mfa");
    }

    @Test
    void inAnUnmanagedRealmTheClaimIsKeycloaksOwn() {
        User ada = TENANT.user();
        TENANT.change(realm -> realm.withObjectProperty("attributes").remove(Tenant.POLICY));

        TokenResult tokens = new RawBrowser(TENANT).login(ada).tokens();

        assertThat(tokens.claims("id_token", "amr")).containsExactly("pwd");
    }

    private static Policy policy(String method) {
        return Policy.required().methods(method).notifyByEmail(false);
    }

    private static void addMapper(String client, String mapper) {
        String clients = "/" + TENANT.name() + "/clients";
        String id = TENANT.admin()
                .get(clients + "?clientId=" + client)
                .path(0)
                .path("id")
                .asText();
        TENANT.admin().post(clients + "/" + id + "/protocol-mappers/models", MAPPER.formatted(mapper, mapper));
    }
}
