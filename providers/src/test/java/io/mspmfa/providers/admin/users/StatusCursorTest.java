// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mspmfa.providers.admin.users.StatusCursor.Place;
import io.mspmfa.providers.users.UserRecord;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCursorTest {
    @Test
    void isReadBackFromItsTextEvenWithNonAsciiNames() {
        StatusCursor cursor = new StatusCursor(
                new Place(1795380000, "jürgen", "4711"), new Place(0, "ζωή@example.com", "f:4711:ζωή"));
        assertThat(StatusCursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void localAndFederatedUsersHaveSeparatePositions() {
        StatusCursor cursor = StatusCursor.START.after(user("anna", false)).after(user("bert", true));
        assertThat(cursor)
                .isEqualTo(new StatusCursor(new Place(0, "anna", "id-of-anna"), new Place(0, "bert", "id-of-bert")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"local\":null,\"federated\":null}",
                "{\"local\":\"a\",\"federated\":\"b\",\"federatedId\":\"c\"}",
                "{\"local\":{}}",
                "{\"local\":{\"time\":0,\"name\":\"\",\"id\":\"a\"}}",
                "{\"local\":{\"time\":0,\"name\":\"a\\u0000\",\"id\":\"a\"}}",
                "{\"local\":{\"time\":\"x\",\"name\":\"a\",\"id\":\"a\"}}"
            })
    void refusesOtherContent(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusCursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "not a cursor", "ä", "AAAA"})
    void refusesOtherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusCursor.parse(text));
    }

    @Test
    void refusesTextWithoutEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusCursor.parse("A".repeat(1_000_000)));
    }

    private static UserStatus user(String name, boolean federated) {
        return new UserStatus(
                "id-of-" + name,
                "realm",
                name,
                null,
                null,
                null,
                true,
                federated,
                false,
                false,
                List.of(),
                List.of(),
                UserRecord.NONE);
    }
}
