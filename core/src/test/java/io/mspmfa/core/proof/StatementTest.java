// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mspmfa.core.proof.Statement.Place;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    private static final Place PLACE = new Place("realm", "session", "user");
    private static final Statement PROOF = new Statement("factor", "totp", 1_767_225_600);
    private static final SecretKey KEY = key(0);
    private static final Map<String, SecretKey> KEYS = Map.of("key1", KEY, "key2", key(1));

    /** Computed by Python's hmac with the key 00 01 02 ... 3f. Sessions contain such notes. */
    private static final String SIGNED = "factor|totp|1767225600|key1|"
            + "epZASI__qpO8OdJc-vmUyI6ofHvrtBaGaGPfoi8SpLk9vdh8UNRIpyHvPKL43LL7xGJYpCO0ERG5xvkm2xsXpg";

    @Test
    void signGivesTheTextThatSessionsContain() {
        assertThat(PROOF.sign(PLACE, "key1", KEY)).isEqualTo(SIGNED);
    }

    @Test
    void readWhenSignedForThisPlaceThenTheProof() {
        assertThat(read(SIGNED)).contains(PROOF);
    }

    @Test
    void readWhenSignedByAnOlderTrustedKeyThenTheProof() {
        assertThat(read(PROOF.sign(PLACE, "key2", key(1)))).contains(PROOF);
    }

    @ParameterizedTest
    @CsvSource({
        "factor, totp, 0",
        "not-required, '', 1",
        "factor, webauthn, 999999999999999999",
        "grace, 1767830400, 1767225600",
        "broker, 'my idp: büro', 1",
        "exempt, exempt_role, 1",
        "impersonation, '', 1"
    })
    void readWhenSignedThenSameKindMethodAndTime(String kind, String method, long time) {
        Statement proof = new Statement(kind, method, time);

        assertThat(read(proof.sign(PLACE, "key1", KEY))).contains(proof);
    }

    @ParameterizedTest
    @CsvSource({
        "factor|,     other|",
        "|totp|,      |sms|",
        "|totp|,      ||",
        "1767225600,  1767225601",
        "1767225600,  01767225600",
        "|key1|,      |key2|",
        "|key1|,      |key3|",
        "|key1|,      ||",
        "epZASI,      fpZASI",
        "sXpg,        sXph",
        "sXpg,        sXp",
        "sXpg,        sXpg==",
        "sXpg,        sXpgA",
        "factor|totp, factort|otp",
        "factor|totp, totp|factor",
        "factor|totp, FACTOR|totp",
    })
    void readWhenAPartIsChangedThenEmpty(String part, String changed) {
        assertThat(SIGNED).contains(part);

        assertThat(read(SIGNED.replace(part, changed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "other, session, user",
        "realm, other,   user",
        "realm, session, other",
        "'',    session, user",
        "session, realm, user",
        "realm, user,    session",
        "realms, ession, user",
        "realm, sessionu, ser",
        "realmsession, '', user",
        "REALM, session, user"
    })
    void readWhenAtAnotherPlaceThenEmpty(String realm, String session, String user) {
        assertThat(Statement.read(SIGNED, new Place(realm, session, user), StatementTest::trusted))
                .isEmpty();
    }

    @Test
    void signWhenPartsRunTogetherThenSignaturesDiffer() {
        String first = PROOF.sign(new Place("ab", "c", "user"), "key1", KEY);
        String second = PROOF.sign(new Place("a", "bc", "user"), "key1", KEY);

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void signWhenAPartLooksLikeALengthThenSignaturesDiffer() {
        String first = PROOF.sign(new Place("a1:b", "c", "user"), "key1", KEY);
        String second = PROOF.sign(new Place("a", "b1:c", "user"), "key1", KEY);

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void readWhenTheIdHasAnotherKeyThenEmpty() {
        assertThat(Statement.read(SIGNED, PLACE, id -> Optional.of(key(1)))).isEmpty();
    }

    @Test
    void readWhenTheKeyIsNoLongerTrustedThenEmpty() {
        assertThat(Statement.read(SIGNED, PLACE, id -> Optional.empty())).isEmpty();
    }

    @Test
    void readWhenIdsAreNotAsciiThenStillTheProof() {
        Place place = new Place("Bücher", "sitzung-ß", "用户");

        assertThat(Statement.read(PROOF.sign(place, "key1", KEY), place, StatementTest::trusted))
                .contains(PROOF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "||||",
                "|||||",
                "factor",
                "factor|totp|1767225600|key1",
                "factor|totp|1767225600|key1|",
                "factor|totp||key1|signature",
                "factor|totp|-1|key1|signature",
                "factor|totp|+1|key1|signature",
                "factor|totp| 1|key1|signature",
                "factor|totp|1.5|key1|signature",
                "factor|totp|1e9|key1|signature",
                "factor|totp|soon|key1|signature",
                "factor|totp|١٢|key1|signature",
                "factor|totp|9223372036854775807|key1|signature",
                "factor|totp|99999999999999999999999|key1|signature",
                "true",
                "{\"kind\": \"factor\"}"
            })
    void readWhenMalformedThenEmpty(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x|%s", "%s|x", "%s|", "|%s", " %s", "%s ", "%s\n", "%1$s|%1$s"})
    void readWhenMoreThanTheSignedTextThenEmpty(String format) {
        assertThat(read(String.format(format, SIGNED))).isEmpty();
    }

    @Test
    void readWhenHugeThenEmpty() {
        assertThat(read("factor|totp|1767225600|key1|" + "A".repeat(1_000_000))).isEmpty();
        assertThat(read("factor|totp|" + "1".repeat(1_000_000) + "|key1|A")).isEmpty();
        assertThat(read("|".repeat(1_000_000))).isEmpty();
    }

    @Test
    void readWhenSignedWithANegativeOrTooLateTimeThenEmpty() {
        assertThat(read(new Statement("factor", "totp", -1).sign(PLACE, "key1", KEY)))
                .isEmpty();
        assertThat(read(new Statement("factor", "totp", Long.MAX_VALUE).sign(PLACE, "key1", KEY)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "a|b", "|1|key1|", "totp|"})
    void signWhenMethodContainsTheSeparatorThenRefused(String method) {
        Statement proof = new Statement("broker", method, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> proof.sign(PLACE, "key1", KEY));
    }

    @Test
    void readWhenKindContainsTheSeparatorThenEmpty() {
        assertThat(read(new Statement("factor|x", "totp", 1).sign(PLACE, "key1", KEY)))
                .isEmpty();
    }

    private static Optional<Statement> read(String text) {
        return Statement.read(text, PLACE, StatementTest::trusted);
    }

    private static Optional<SecretKey> trusted(String keyId) {
        return Optional.ofNullable(KEYS.get(keyId));
    }

    private static SecretKey key(int firstByte) {
        byte[] bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (firstByte + i);
        }
        return new SecretKeySpec(bytes, "HmacSHA512");
    }
}
