// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.sms.Gateway;
import java.util.function.BiConsumer;

/** The pages of codes by e-mail and text message. */
final class SentCodesTour {

    private final Tenant tenant;
    private final Devices devices;
    private final Look look;
    private final BiConsumer<Device, String> visitor;

    SentCodesTour(Tenant tenant, Devices devices, Look look, BiConsumer<Device, String> visitor) {
        this.tenant = tenant;
        this.devices = devices;
        this.look = look;
        this.visitor = visitor;
    }

    void walk() {
        email();
        sms();
    }

    private void email() {
        tenant.setPolicy(Policy.required().methods("email"));
        Mailbox mailbox = new Mailbox();
        mailbox.servesFor(tenant);
        User user = tenant.user();
        Device device = devices.open(look);
        device.login(user).on(BackupCodesPage::new).save();
        device.on(EmailPage::new);
        visitor.accept(device, "email");
        device.on(EmailPage::new).submit(mailbox.codeTo(user)).on(DonePage::new).finish();
        tenant.admin().post(tenant.userPath(user) + "/logout", "{}");
        device.login(user).on(ChallengePage::new);
        visitor.accept(device, "challenge-email");
        risky();
        tenant.change(realm -> realm.withObjectProperty("smtpServer").put("port", "1"));
        Device other = devices.open(look).login(user);
        other.on(ChallengePage::new);
        visitor.accept(other, "challenge-email-failed");
        tenant.change(realm -> realm.putObject("smtpServer"));
        tenant.setPolicy(Policy.optional());
    }

    private void risky() {
        tenant.setPolicy(Policy.adaptive().enrolWhenRisky(false));
        Device device = devices.open(look).login(tenant.user());
        device.on(EmailPage::new);
        visitor.accept(device, "email-risky");
        tenant.setPolicy(Policy.required().methods("email"));
    }

    private void sms() {
        tenant.setPolicy(Policy.optional().methods("sms"));
        String number = Gateway.shared().newNumber();
        Device device = devices.open(look);
        device.login(tenant.user(), "kc_action", "msp-mfa-setup");
        device.on(SmsPage::new).enterNumber("+49 30 901820").on(SmsPage::new);
        visitor.accept(device, "sms-number");
        device.on(SmsPage::new).enterNumber(number).on(BackupCodesPage::new).save();
        device.on(SmsPage::new);
        visitor.accept(device, "sms-code");
        device.on(SmsPage::new).submit(code(number)).on(DonePage::new).finish();
        device.open(tenant.uri("/msp-mfa/")).on(ManagePage::new);
        visitor.accept(device, "manage-sms");
        device.on(ManagePage::new).act("replace").on(ChallengePage::new);
        visitor.accept(device, "challenge-sms");
        device.on(ChallengePage::new).submit(code(number)).on(SmsPage::new);
        visitor.accept(device, "sms-replace");
        tenant.setPolicy(Policy.optional());
    }

    private static String code(String number) {
        return Gateway.shared().nextTo(number).code();
    }
}
