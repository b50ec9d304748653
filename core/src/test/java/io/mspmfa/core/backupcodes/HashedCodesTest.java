// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.backupcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.core.backupcodes.HashedCodes.Entry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedCodesTest {
    private static final List<String> SHOWN = List.of("01234-56789-ABCDE", "ZYXWV-TSRQP-NMKJH", "AAAAA-AAAAA-AAAAA");

    /** Made by Python's hashlib.pbkdf2_hmac of the first two codes above. Users have such in their database. */
    private static final String STORED = """
            {"algorithm": "PBKDF2WithHmacSHA256", "iterations": 20000, "salt": "AAECAwQFBgcICQoLDA0ODw==",
             "codes": [{"hash": "Qfll3I64Gj9KRYil2heR9w4Ptv61Q9aUWVQato5V62I=", "used": false},
                       {"hash": "DKKmd3I60zWGGEYBKsl8vDJ6nIvk9tRwBkmFPQe9Dkk=", "used": true}]}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final SecureRandom random = new SecureRandom();
    private final HashedCodes codes = HashedCodes.of(SHOWN, random);

    @Test
    void R2_sameCodeInTwoSetsIsStoredDifferently() {
        HashedCodes others = HashedCodes.of(SHOWN, random);

        assertThat(others.salt()).isNotEqualTo(codes.salt());
        assertThat(others.codes()).extracting(Entry::hash).doesNotContainAnyElementsOf(hashes(codes));
    }

    @Test
    void R2_aSetIsSaltedAndSlowlyHashed() {
        assertThat(Base64.getDecoder().decode(codes.salt())).hasSizeGreaterThanOrEqualTo(32 / Byte.SIZE);
        assertThat(codes.algorithm()).startsWith("PBKDF2");
        assertThat(codes.iterations()).isGreaterThanOrEqualTo(1000);
        assertThat(hashes(codes))
                .allSatisfy(hash -> assertThat(Base64.getDecoder().decode(hash)).hasSize(32));
    }

    @Test
    void R5_noCodeIsStored() throws JsonProcessingException {
        assertThat(json.writeValueAsString(codes))
                .doesNotContain("01234", "56789ABCDE", "ZYXWV", "AAAAA", "TSRQP-NMKJH");
    }

    @Test
    void indexOfWhenOneOfTheSetThenItsPlaceInAnyOrder() {
        assertThat(codes.indexOf("AAAAAAAAAAAAAAA")).hasValue(2);
        assertThat(codes.indexOf("0123456789ABCDE")).hasValue(0);
        assertThat(codes.indexOf("ZYXWVTSRQPNMKJH")).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ABCDF", "1123456789ABCDE", "01234-56789-ABCDE", "0123456789abcde", ""})
    void indexOfWhenNoneOfTheSetThenEmpty(String symbols) {
        assertThat(codes.indexOf(symbols)).isEmpty();
    }

    @Test
    void indexOfWhenSetIsEmptyThenEmpty() {
        assertThat(HashedCodes.of(List.of(), random).indexOf("0123456789ABCDE")).isEmpty();
    }

    @Test
    void ofWhenFreshThenAllUnused() {
        assertThat(codes.countUnused()).isEqualTo(3);
        assertThat(codes.codes()).noneMatch(Entry::used);
    }

    @Test
    void ofWhenCodeIsSpelledOtherwiseThenHashedByItsSymbols() {
        HashedCodes spelled = HashedCodes.of(List.of("oi234 56789 abcde"), random);

        assertThat(spelled.indexOf("0123456789ABCDE")).hasValue(0);
    }

    @Test
    void ofWhenNotABackupCodeThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashedCodes.of(List.of(SHOWN.get(0), "UUUUU-UUUUU-UUUUU"), random));
    }

    @Test
    void R3_withUsedWhenSpentThenOnlyThatOneIsMarkedAndStillFound() {
        HashedCodes spent = codes.withUsed(1);

        assertThat(spent.isUsed(0)).isFalse();
        assertThat(spent.isUsed(1)).isTrue();
        assertThat(spent.isUsed(2)).isFalse();
        assertThat(spent.countUnused()).isEqualTo(2);
        assertThat(spent.indexOf("ZYXWVTSRQPNMKJH")).hasValue(1);
        assertThat(hashes(spent)).isEqualTo(hashes(codes));
    }

    @Test
    void withUsedLeavesTheOriginalAsItWas() {
        codes.withUsed(1);

        assertThat(codes.isUsed(1)).isFalse();
    }

    @Test
    void withUsedWhenSpentTwiceThenCountedOnce() {
        assertThat(codes.withUsed(1).withUsed(1).countUnused()).isEqualTo(2);
    }

    @Test
    void countUnusedWhenAllSpentThenNone() {
        assertThat(codes.withUsed(0).withUsed(1).withUsed(2).countUnused()).isZero();
    }

    @Test
    void aSetKeepsItsOwnListOfCodes() {
        List<Entry> entries = new ArrayList<>(codes.codes());
        HashedCodes copy = new HashedCodes(codes.algorithm(), codes.iterations(), codes.salt(), entries);

        entries.clear();

        assertThat(copy).isEqualTo(codes);
    }

    @Test
    void jsonWhenWrittenAndReadThenTheSameSet() throws JsonProcessingException {
        HashedCodes spent = codes.withUsed(0);

        assertThat(json.readValue(json.writeValueAsString(spent), HashedCodes.class))
                .isEqualTo(spent);
    }

    @Test
    void jsonHasTheNamesOfTheStoredFormatAndNoOthers() throws JsonProcessingException {
        HashedCodes stored = json.readValue(STORED, HashedCodes.class);

        assertThat(json.readTree(json.writeValueAsString(stored))).isEqualTo(json.readTree(STORED));
    }

    @Test
    void storedSetOfTheFirstReleaseGoesOnWorking() throws JsonProcessingException {
        HashedCodes stored = json.readValue(STORED, HashedCodes.class);

        assertThat(stored.indexOf("0123456789ABCDE")).hasValue(0);
        assertThat(stored.indexOf("ZYXWVTSRQPNMKJH")).hasValue(1);
        assertThat(stored.indexOf("AAAAAAAAAAAAAAA")).isEmpty();
        assertThat(stored.isUsed(0)).isFalse();
        assertThat(stored.isUsed(1)).isTrue();
        assertThat(stored.countUnused()).isEqualTo(1);
    }

    @Test
    void storedSetOfALaterReleaseMayHaveMoreFields() throws JsonProcessingException {
        String later =
                STORED.replace("\"salt\"", "\"later\": {}, \"salt\"").replace("\"used\"", "\"later\": 1, \"used\"");

        assertThat(json.readValue(later, HashedCodes.class)).isEqualTo(json.readValue(STORED, HashedCodes.class));
    }

    @Test
    void storedSetOfAnotherWorkFactorIsCheckedByIts() {
        HashedCodes stored = new HashedCodes(
                "PBKDF2WithHmacSHA512",
                1000,
                "AAECAwQFBgcICQoLDA0ODw==",
                List.of(new Entry("uY+TD5bneJiolSwep4qTBx2HT+u5Y72np5fhu5GW8QU=", false)));

        assertThat(stored.indexOf("0123456789ABCDE")).hasValue(0);
        assertThat(stored.withUsed(0).algorithm()).isEqualTo("PBKDF2WithHmacSHA512");
        assertThat(stored.withUsed(0).iterations()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"iterations\": 1, \"salt\": \"\", \"codes\": []}",
                "{\"algorithm\": \"PBKDF2WithHmacSHA256\", \"iterations\": 1, \"codes\": []}",
                "{\"algorithm\": \"PBKDF2WithHmacSHA256\", \"iterations\": 1, \"salt\": \"\"}",
                "{\"algorithm\": \"x\", \"iterations\": 1, \"salt\": \"\", \"codes\": [{\"used\": false}]}"
            })
    void storedSetWithoutAFieldIsRefused(String stored) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> json.readValue(stored, HashedCodes.class));
    }

    private static List<String> hashes(HashedCodes codes) {
        return codes.codes().stream().map(Entry::hash).toList();
    }
}
