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

    /** The first two codes above, hashed with Python's hashlib.pbkdf2_hmac. Users have such sets in their databases. */
    private static final String STORED = """
            {"algorithm": "PBKDF2WithHmacSHA256", "iterations": 20000, "salt": "AAECAwQFBgcICQoLDA0ODw==",
             "codes": [{"hash": "Qfll3I64Gj9KRYil2heR9w4Ptv61Q9aUWVQato5V62I=", "used": false},
                       {"hash": "DKKmd3I60zWGGEYBKsl8vDJ6nIvk9tRwBkmFPQe9Dkk=", "used": true}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HashedCodes CODES = HashedCodes.of(SHOWN, RANDOM);

    @Test
    void R2_sameCodeInTwoSetsIsStoredDifferently() {
        HashedCodes others = HashedCodes.of(SHOWN, RANDOM);

        assertThat(others.salt()).isNotEqualTo(CODES.salt());
        assertThat(others.codes()).extracting(Entry::hash).doesNotContainAnyElementsOf(hashes(CODES));
    }

    @Test
    void R2_aSetIsSaltedAndSlowlyHashed() {
        assertThat(Base64.getDecoder().decode(CODES.salt())).hasSizeGreaterThanOrEqualTo(32 / Byte.SIZE);
        assertThat(CODES.algorithm()).startsWith("PBKDF2");
        assertThat(CODES.iterations()).isGreaterThanOrEqualTo(1000);
        assertThat(hashes(CODES))
                .allSatisfy(hash -> assertThat(Base64.getDecoder().decode(hash)).hasSize(32));
    }

    @Test
    void R5_noCodeIsStored() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(CODES))
                .doesNotContain("01234", "56789ABCDE", "ZYXWV", "AAAAA", "TSRQP-NMKJH");
    }

    @Test
    void indexOfWhenTheSetContainsTheCodeThenItsIndex() {
        assertThat(CODES.indexOf("AAAAAAAAAAAAAAA")).hasValue(2);
        assertThat(CODES.indexOf("0123456789ABCDE")).hasValue(0);
        assertThat(CODES.indexOf("ZYXWVTSRQPNMKJH")).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ABCDF", "1123456789ABCDE", "01234-56789-ABCDE", "0123456789abcde", ""})
    void indexOfWhenTheSetDoesNotContainTheCodeThenEmpty(String symbols) {
        assertThat(CODES.indexOf(symbols)).isEmpty();
    }

    @Test
    void indexOfWhenSetIsEmptyThenEmpty() {
        assertThat(HashedCodes.of(List.of(), RANDOM).indexOf("0123456789ABCDE")).isEmpty();
    }

    @Test
    void ofWhenNewThenAllUnused() {
        assertThat(CODES.countUnused()).isEqualTo(3);
        assertThat(CODES.codes()).noneMatch(Entry::used);
    }

    @Test
    void ofWhenCodeIsSpeltDifferentlyThenItsSymbolsAreHashed() {
        HashedCodes spelled = HashedCodes.of(List.of("oi234 56789 abcde"), RANDOM);

        assertThat(spelled.indexOf("0123456789ABCDE")).hasValue(0);
    }

    @Test
    void ofWhenNotABackupCodeThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashedCodes.of(List.of(SHOWN.get(0), "UUUUU-UUUUU-UUUUU"), RANDOM));
    }

    @Test
    void R3_withUsedWhenSpentThenOnlyThatOneIsMarkedAndStillFound() {
        HashedCodes spent = CODES.withUsed(1);

        assertThat(spent.isUsed(0)).isFalse();
        assertThat(spent.isUsed(1)).isTrue();
        assertThat(spent.isUsed(2)).isFalse();
        assertThat(spent.countUnused()).isEqualTo(2);
        assertThat(spent.indexOf("ZYXWVTSRQPNMKJH")).hasValue(1);
        assertThat(hashes(spent)).isEqualTo(hashes(CODES));
    }

    @Test
    void withUsedDoesNotChangeTheOriginal() {
        CODES.withUsed(1);

        assertThat(CODES.isUsed(1)).isFalse();
    }

    @Test
    void withUsedWhenSpentTwiceThenCountedOnce() {
        assertThat(CODES.withUsed(1).withUsed(1).countUnused()).isEqualTo(2);
    }

    @Test
    void countUnusedWhenAllSpentThenNone() {
        assertThat(CODES.withUsed(0).withUsed(1).withUsed(2).countUnused()).isZero();
    }

    @Test
    void aSetKeepsItsOwnListOfCodes() {
        List<Entry> entries = new ArrayList<>(CODES.codes());
        HashedCodes copy = new HashedCodes(CODES.algorithm(), CODES.iterations(), CODES.salt(), entries);

        entries.clear();

        assertThat(copy).isEqualTo(CODES);
    }

    @Test
    void jsonWhenWrittenAndReadThenTheSameSet() throws JsonProcessingException {
        HashedCodes spent = CODES.withUsed(0);

        assertThat(JSON.readValue(JSON.writeValueAsString(spent), HashedCodes.class))
                .isEqualTo(spent);
    }

    @Test
    void jsonHasTheNamesOfTheStoredFormatAndNoOthers() throws JsonProcessingException {
        HashedCodes stored = JSON.readValue(STORED, HashedCodes.class);

        assertThat(JSON.readTree(JSON.writeValueAsString(stored))).isEqualTo(JSON.readTree(STORED));
    }

    @Test
    void storedSetOfTheFirstReleaseStillWorks() throws JsonProcessingException {
        HashedCodes stored = JSON.readValue(STORED, HashedCodes.class);

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

        assertThat(JSON.readValue(later, HashedCodes.class)).isEqualTo(JSON.readValue(STORED, HashedCodes.class));
    }

    @Test
    void storedSetWithAnotherIterationCountIsCheckedWithThatCount() {
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
                .isThrownBy(() -> JSON.readValue(stored, HashedCodes.class));
    }

    private static List<String> hashes(HashedCodes codes) {
        return codes.codes().stream().map(Entry::hash).toList();
    }
}
