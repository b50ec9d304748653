// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an e-mail allows its reader to do to an account whose only factor is a key. */
class KeyErrandsIT {
    private static final Policy KEYS = Policy.optional().methods("totp", "webauthn");
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(KEYS);

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void P22_anyoneWhoReadsTheEmailIsAskedForTheKeyBeforeThePassword() throws InterruptedException {
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(ada, "kc_action", "webauthn-register");
        Story.registerKey(laptop);
        MAILBOX.servesFor(TENANT);

        TENANT.setPolicy(Policy.off());
        readMail(ada, new RawBrowser(TENANT)).expect(UpdatePasswordPage.ID);

        TENANT.setPolicy(KEYS);
        RawBrowser reader = new RawBrowser(TENANT);
        RawPage question = readMail(ada, reader).expect(KeyPage.ID);
        reader.post(question, "error", "NotAllowedError").expect(KeyPage.ID);
        assertThat(TENANT.sessions(ada)).as("her own").isEqualTo(1);
    }

    /** An administrator has the user change her password; whoever reads the mail follows the link. */
    private static RawPage readMail(User user, RawBrowser reader) throws InterruptedException {
        TENANT.admin()
                .put(
                        TENANT.userPath(user) + "/execute-actions-email?client_id=" + TestApp.CLIENT,
                        "[\"UPDATE_PASSWORD\"]");
        RawPage greeting = reader.get(MAILBOX.nextLink()).expect(InfoPage.ID);
        return reader.get(greeting.link());
    }
}
