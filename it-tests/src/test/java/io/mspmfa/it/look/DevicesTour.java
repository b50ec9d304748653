// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.function.BiConsumer;

/** The pages on which devices are trusted, and the list of them. */
final class DevicesTour {
    private final Tenant tenant;
    private final Devices devices;
    private final Look look;
    private final BiConsumer<Device, String> visitor;

    DevicesTour(Tenant tenant, Devices devices, Look look, BiConsumer<Device, String> visitor) {
        this.tenant = tenant;
        this.devices = devices;
        this.look = look;
        this.visitor = visitor;
    }

    void walk() {
        tenant.setPolicy(Policy.optional().methods("totp", "webauthn").rememberDevice(30));
        key();
        User user = tenant.user();
        Enrolled enrolled = Story.enrol(tenant, user);
        trust(user, enrolled, "en", "");
        trust(user, enrolled, "de", "-de");
        tenant.setPolicy(Policy.optional());
    }

    private void key() {
        User user = tenant.user();
        PlantedKey.store(tenant, user, "Blue key");
        Device device = devices.open(look).login(user);
        device.on(KeyPage::new);
        visitor.accept(device, "webauthn-trust");
    }

    private void trust(User user, Enrolled enrolled, String language, String suffix) {
        Device device = devices.open(look).login(user, "ui_locales", language);
        device.on(ChallengePage::new);
        visitor.accept(device, "challenge-trust" + suffix);
        device.on(ChallengePage::new).trust().submit(enrolled.phone().freshCode());
        device.openApp("kc_action", "msp-mfa-manage", "ui_locales", language).on(ManagePage::new);
        visitor.accept(device, "manage-devices" + suffix);
    }
}
