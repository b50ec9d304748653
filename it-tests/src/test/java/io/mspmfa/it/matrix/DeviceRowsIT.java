// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trusted devices where an identity provider takes part. */
class DeviceRowsIT {
    private static final String COOKIE = "MSP_MFA_DEVICE_";
    private static final String BOX = "rememberDevice";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    /** A login that links an account decides one thing only; a device that was trusted before doesn't help it either. */
    @Test
    void R34_R36_aLoginThatLinksAnAccountTrustsNoDeviceAndUsesNone() {
        matrix.inManagedRealms(scene -> {
            HomeRealm home = HomeRealm.of(scene);
            scene.tenant().setPolicy(Policy.required().rememberDevice(30));
            User ada = scene.victim();
            Phone phone = scene.phone();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage first = Story.toChallenge(browser, ada);
            assertThat(first.fields()).containsKey(BOX);
            browser.post(first, "code", phone.freshCode(), BOX, "true").tokens();
            String trusted = browser.cookie(COOKIE).orElseThrow();
            browser.keepOnly(COOKIE);
            int stored = scene.tenant().probe().storedDevices();

            RawPage challenge = home.linkByPassword(browser, ada, home.accountLike(ada.username(), ada.email()))
                    .expect(ChallengePage.ID);

            assertThat(challenge.fields()).doesNotContainKey(BOX);
            RawPage end = browser.post(challenge, "code", phone.freshCode(), BOX, "true");
            assertThat(end.signedIn()).as(end.text()).isTrue();
            assertThat(browser.cookie(COOKIE)).contains(trusted);
            assertThat(scene.tenant().probe().storedDevices()).isEqualTo(stored);
        });
    }
}
