// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.providers.phones.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;

class SmsFactorTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+4915112345678");

    @Test
    void theStoredNumberIsReadBack() {
        CredentialModel stored = stored(ProvenNumber.secretData(NUMBER));
        assertThat(SmsFactor.INSTANCE.number(stored)).contains(NUMBER);
        assertThat(SmsFactor.INSTANCE.isReadable(stored)).isTrue();
    }

    /** The stored format. */
    @Test
    void theNumberIsInTheSecretPartOnly() {
        assertThat(ProvenNumber.secretData(NUMBER)).isEqualTo("{\"number\":\"+4915112345678\"}");
        assertThat(ProvenNumber.credentialData(NUMBER)).isEqualTo("{\"hint\":\"+49 •••••78\"}");
    }

    @Test
    void whatANewerVersionHasAddedIsIgnored() {
        assertThat(SmsFactor.INSTANCE.isReadable(stored("{\"number\":\"+4915112345678\",\"more\":[1]}")))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "not json",
                "{}",
                "{\"number\":null}",
                "{\"number\":\"\"}",
                "{\"number\":7}",
                "{\"number\":\"015112345678\"}",
                "{\"number\":\"+4915112345678;ext=1\"}"
            })
    void whatIsNoNumberCannotBeRead(String secretData) {
        assertThat(SmsFactor.INSTANCE.isReadable(stored(secretData))).isFalse();
    }

    private static CredentialModel stored(String secretData) {
        CredentialModel stored = new CredentialModel();
        stored.setType(SmsFactor.TYPE);
        stored.setSecretData(secretData);
        return stored;
    }
}
