// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.realm.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simplest login possible: if this fails, check the machine rather than the product. */
class StockSmokeIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void passwordAloneSignsInToAnUnmanagedRealm() {
        var ada = TENANT.user();

        var app = devices.open().login(ada).on(AppPage::new);

        assertThat(app.result().claim("preferred_username")).isEqualTo(ada.username());
        assertThat(TestApp.passwordGrant(TENANT, ada).signedIn()).isTrue();
        assertThat(TENANT.events().of(ada, "LOGIN")).hasSize(2);
    }
}
