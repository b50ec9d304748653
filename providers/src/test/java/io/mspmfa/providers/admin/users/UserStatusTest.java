// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mspmfa.providers.users.UserRecord;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserStatusTest {
    private static final List<String> APPS = List.of("otp");
    private static final List<String> APPS_AND_KEYS = List.of("otp", "webauthn", "webauthn-passwordless");

    @Test
    void backupCodesAloneAreNotAFactor() {
        UserStatus user = userWith(APPS, credential("msp-backup-codes", OptionalInt.of(3)));
        assertThat(user.isEnrolled()).isFalse();
        assertThat(user.methods()).isEmpty();
        assertThat(user.backupCodesRemaining()).hasValue(3);
    }

    @Test
    void severalAppsCountAsOneFactor() {
        UserStatus user = userWith(APPS, credential("otp"), credential("otp"));
        assertThat(user.isEnrolled()).isTrue();
        assertThat(user.methods()).containsExactly("totp");
        assertThat(user.backupCodesRemaining()).isEmpty();
    }

    @Test
    void aKeyIsAFactorOnlyIfTheRealmAllowsIt() {
        StoredFactor key = credential("webauthn");
        assertThat(userWith(APPS, key).isEnrolled()).isFalse();
        assertThat(userWith(APPS_AND_KEYS, key, credential("webauthn-passwordless"))
                        .methods())
                .containsExactly("webauthn");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 501, Integer.MAX_VALUE})
    void noPageIsSmallerThanOneOrLargerThanFiveHundred(int max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StatusFilter(null, null, null, null, null, null, StatusOrder.BY_NAME, false, null, max));
    }

    private static UserStatus userWith(List<String> factorTypes, StoredFactor... credentials) {
        return new UserStatus(
                        "id",
                        "realm",
                        "name",
                        null,
                        null,
                        null,
                        true,
                        false,
                        false,
                        false,
                        List.of(),
                        List.of(),
                        UserRecord.NONE)
                .withCredentials(List.of(credentials), factorTypes);
    }

    private static StoredFactor credential(String type) {
        return credential(type, OptionalInt.empty());
    }

    private static StoredFactor credential(String type, OptionalInt codes) {
        return new StoredFactor("id", type, 1L, codes, null);
    }
}
