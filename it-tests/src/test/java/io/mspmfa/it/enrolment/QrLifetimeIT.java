// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ExpiredPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A QR code is valid for three minutes, or as long as the policy says (M8-M10). */
class QrLifetimeIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private Instant before = Instant.EPOCH;
    private Instant after = Instant.EPOCH;

    @BeforeEach
    void defaultPolicy() {
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void M8_after179SecondsTheCodesAreAccepted() {
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, TENANT.user());
        TENANT.clock().moveTo(before.plusSeconds(179));

        laptop.on(VerifyTotpPage::new).submit(phone.pair());

        laptop.on(DonePage::new);
    }

    @Test
    void M8_M10_after181SecondsCorrectCodesAreRefusedAndTheNextQrIsDifferent() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        TENANT.clock().moveTo(after.plusSeconds(182));

        laptop.on(VerifyTotpPage::new).submit(phone.pair());

        laptop.on(ExpiredPage::new);
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
        TotpPage scan = laptop.on(ExpiredPage::new).again().on(TotpPage::new);
        assertThat(Phone.scan(scan.qr(), TENANT.clock()).code(0)).isNotEqualTo(phone.code(0));
    }

    @Test
    void M8_theSecretOfAnExpiredQrNeverWorksAgain() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone old = toVerify(laptop, ada);
        TENANT.clock().moveTo(after.plusSeconds(182));
        laptop.on(VerifyTotpPage::new).submit(old.pair());
        laptop.on(ExpiredPage::new).again().on(TotpPage::new).next();

        laptop.on(VerifyTotpPage::new).submit(old.pair());

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpWrongTries");
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
    }

    @Test
    void M8_reloadingDoesNotExtendTheLifetime() {
        Device laptop = devices.open();
        String secret = toScan(laptop, TENANT.user()).qr().secret();
        TENANT.clock().moveTo(after.plusSeconds(120));

        TotpPage reloaded = laptop.reload().on(TotpPage::new);

        assertThat(reloaded.qr().secret()).isEqualTo(secret);
        assertThat(reloaded.timer()).matches("0(0:[0-5][0-9]|1:0[0-2])");
        TENANT.clock().moveTo(after.plusSeconds(182));
        laptop.reload().on(ExpiredPage::new);
    }

    @Test
    void M10_thePageMovesOnByItselfWhenTheTimeIsUp() {
        Device laptop = devices.open().withControlledClock();
        toScan(laptop, TENANT.user());

        laptop.whileTimePasses(Duration.ofSeconds(182));

        laptop.on(ExpiredPage::new);
    }

    @Test
    void M10_theVerifyPageMovesOnByItselfToo() {
        Device laptop = devices.open().withControlledClock();
        toVerify(laptop, TENANT.user());

        laptop.whileTimePasses(Duration.ofSeconds(182));

        laptop.on(ExpiredPage::new);
    }

    @Test
    void M8_theLifetimeIsASetting() {
        TENANT.setPolicy(Policy.required().qrLifetimeSeconds(60));
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, TENANT.user());
        TENANT.clock().moveTo(after.plusSeconds(62));

        laptop.on(VerifyTotpPage::new).submit(phone.pair());

        laptop.on(ExpiredPage::new);
    }

    private TotpPage toScan(Device device, User user) {
        before = TENANT.clock().now();
        TotpPage scan = device.login(user).on(TotpPage::new);
        after = TENANT.clock().now();
        return scan;
    }

    private Phone toVerify(Device device, User user) {
        TotpPage scan = toScan(device, user);
        Phone phone = scan.scan();
        scan.next();
        device.on(BackupCodesPage::new).save();
        device.on(VerifyTotpPage::new);
        return phone;
    }
}
