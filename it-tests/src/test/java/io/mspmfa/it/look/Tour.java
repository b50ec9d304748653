// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ExpiredPage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.KeySetUpPage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RemovePage;
import io.mspmfa.it.pages.RenamePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** Visits every page in every state that looks different. */
final class Tour {

    private final Tenant tenant;
    private final Devices devices;
    private final Look look;
    private final BiConsumer<Device, String> visitor;

    Tour(Tenant tenant, Devices devices, Look look, BiConsumer<Device, String> visitor) {
        this.tenant = tenant;
        this.devices = devices;
        this.look = look;
        this.visitor = visitor;
    }

    void walk() {
        User user = tenant.user();
        Enrolled enrolled = setUp(user);
        backupCode(user, enrolled);
        manage(user, enrolled);
        replace(user, enrolled);
        locked(user, enrolled);
        grace();
        link();
        securityKey();
        factors();
        methods();
        new DevicesTour(tenant, devices, look, visitor).walk();
        new SentCodesTour(tenant, devices, look, visitor).walk();
        expired();
    }

    private Enrolled setUp(User user) {
        Device device = devices.open(look);
        device.open(tenant.uri("/msp-mfa/")).on(LoginPage::new).submit(user.username(), user.password());
        device.on(ManagePage::new);
        visitor.accept(device, "manage-off");
        device.on(ManagePage::new).act("enable");
        Phone phone = device.on(TotpPage::new).scan();
        visitor.accept(device, "totp");
        device.on(TotpPage::new).next();
        visitor.accept(device, "backup-codes");
        List<String> codes = device.on(BackupCodesPage::new).codes();
        device.reload().on(BackupCodesPage::new);
        visitor.accept(device, "backup-codes-gone");
        device.on(BackupCodesPage::new).save();
        visitor.accept(device, "verify-totp");
        device.on(VerifyTotpPage::new).submit(phone.code(0), phone.code(0));
        visitor.accept(device, "verify-totp-error");
        device.on(VerifyTotpPage::new).submit(phone.pair());
        device.on(DonePage::new);
        visitor.accept(device, "done");
        return new Enrolled(phone, codes);
    }

    private void backupCode(User user, Enrolled enrolled) {
        Device device = devices.open(look).login(user);
        device.on(ChallengePage::new);
        visitor.accept(device, "challenge");
        device.on(ChallengePage::new).submit(enrolled.phone().wrongCode());
        visitor.accept(device, "challenge-error");
        device.on(ChallengePage::new).useBackupCode().on(BackupCodePage::new);
        visitor.accept(device, "backup-code");
        device.on(BackupCodePage::new).submit(enrolled.code(0)).on(DonePage::new);
        visitor.accept(device, "done-backup-code");
    }

    private void manage(User user, Enrolled enrolled) {
        Device device = devices.open(look);
        device.open(tenant.uri("/msp-mfa/")).on(LoginPage::new).submit(user.username(), user.password());
        device.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(ManagePage::new);
        visitor.accept(device, "manage-on");
        device.on(ManagePage::new).act("disable").on(DisablePage::new);
        visitor.accept(device, "disable");
    }

    private void replace(User user, Enrolled enrolled) {
        Device device = devices.open(look).login(user, "kc_action", "msp-mfa-setup");
        device.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(TotpPage::new);
        visitor.accept(device, "totp-replace");
    }

    private void locked(User user, Enrolled enrolled) {
        Device device = devices.open(look).login(user);
        for (int i = 0; i < 5 && device.pageId().equals(ChallengePage.ID); i++) {
            device.on(ChallengePage::new).submit(enrolled.phone().wrongCode());
        }
        device.on(LockedPage::new);
        visitor.accept(device, "locked");
        device.login(user).on(ChallengePage::new);
        visitor.accept(device, "challenge-wait");
    }

    private void grace() {
        tenant.setPolicy(Policy.required().graceDays(3));
        Device device = devices.open(look).login(tenant.user());
        device.on(MethodPage::new);
        visitor.accept(device, "method");
        tenant.setPolicy(Policy.optional());
    }

    private void securityKey() {
        tenant.setPolicy(Policy.optional().methods("totp", "webauthn"));
        User user = tenant.user();
        Device device = devices.open(look);
        SecurityKey.plugInto(device);
        device.login(user, "kc_action", "webauthn-register");
        Story.registerKey(device);
        tenant.admin().post(tenant.userPath(user) + "/logout", "{}");
        device.login(user).on(KeyPage::new).closePrompt().on(KeyPage::new);
        visitor.accept(device, "webauthn");
        device.on(KeyPage::new).touch();
        device.open(tenant.uri("/msp-mfa/")).on(ManagePage::new);
        visitor.accept(device, "manage-key");
        tenant.setPolicy(Policy.optional());
    }

    private void factors() {
        tenant.setPolicy(Policy.optional().methods("totp", "webauthn"));
        User user = tenant.user();
        Enrolled enrolled = Story.enrol(tenant, user);
        String key = PlantedKey.store(tenant, user, "Blue key");
        PlantedKey.store(tenant, user, "Red key");
        Device device = devices.open(look).open(tenant.uri("/msp-mfa/"));
        device.on(LoginPage::new).submit(user.username(), user.password());
        device.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(ManagePage::new);
        visitor.accept(device, "manage-two");
        device.on(ManagePage::new).act("rename:" + key).on(RenamePage::new).save("Red key");
        device.on(RenamePage::new);
        visitor.accept(device, "rename");
        device.on(RenamePage::new).back().on(ManagePage::new).act("remove:" + key);
        device.on(RemovePage::new);
        visitor.accept(device, "remove");
        tenant.setPolicy(Policy.required());
        device.on(RemovePage::new).back().on(ManagePage::new);
        visitor.accept(device, "manage-required");
        tenant.setPolicy(Policy.optional());
    }

    private void methods() {
        tenant.setPolicy(Policy.required().methods("totp", "webauthn", "email").backupCodesAfter());
        Device device = devices.open(look);
        SecurityKey.plugInto(device);
        device.login(tenant.user()).on(MethodPage::new);
        visitor.accept(device, "methods");
        device.on(MethodPage::new).choose("totp").next().on(TotpPage::new);
        visitor.accept(device, "totp-with-codes");
        device.on(TotpPage::new)
                .otherMethod()
                .on(MethodPage::new)
                .choose("webauthn")
                .next();
        device.on(KeySetUpPage::new);
        visitor.accept(device, "webauthn-setup");
        device.on(KeySetUpPage::new).closePrompt().on(KeySetUpPage::new);
        visitor.accept(device, "webauthn-setup-again");
        tenant.setPolicy(Policy.optional());
    }

    private void link() {
        Device device = devices.open(look).open(tenant.enrolmentLink(tenant.user()));
        device.on(TotpPage::new);
        visitor.accept(device, "link");
    }

    private void expired() {
        Device device = devices.open(look).login(tenant.user(), "kc_action", "msp-mfa-setup");
        device.on(TotpPage::new);
        tenant.clock().forward(Duration.ofMinutes(4));
        device.reload().on(ExpiredPage::new);
        visitor.accept(device, "expired");
    }
}
