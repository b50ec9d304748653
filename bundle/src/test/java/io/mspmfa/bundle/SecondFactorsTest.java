// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.spi.CredentialKind;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.factors.spi.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every second factor must provide, so that a factor added to the list is forgotten nowhere. */
class SecondFactorsTest {
    /**
     * Where Keycloak's credential models may be mentioned. Constants leave no trace in class files, so this reads the
     * sources.
     */
    private static final Pattern MODEL =
            Pattern.compile("import org\\.keycloak\\.models\\.credential\\.(?!Password)\\w+CredentialModel;");

    private static final Set<String> ROOMS = Set.of(
            "providers/factors/totp",
            "providers/factors/webauthn",
            "providers/factors/recoverycodes",
            "providers/totp",
            "providers/webauthn",
            "providers/recoverycodes",
            "authenticators/factors/totp",
            "authenticators/factors/webauthn",
            "authenticators/enrolment");

    static List<SecondFactor> factors() {
        return SecondFactors.ALL;
    }

    static Stream<CredentialKind> kinds() {
        return SecondFactors.kinds();
    }

    @Test
    void eachFactorHasItsPagesInTheSameOrder() {
        assertThat(AllFactorPages.FACTORS.stream().map(FactorPages::factor)).isEqualTo(SecondFactors.ALL);
    }

    @Test
    void eachTypeOfCredentialBelongsToOneKind() {
        assertThat(SecondFactors.allTypes()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void eachNameInProofsBelongsToOneKind() {
        Stream<String> words = Stream.concat(
                SecondFactors.ALL.stream().map(factor -> factor.method().json()),
                SecondFactors.STAND_INS.stream().map(StandIn::word));
        assertThat(words.toList()).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindHasANameForEmails(CredentialKind kind) {
        for (String type : kind.credentialTypes()) {
            assertThat(Texts.PAGES.keys("en")).contains(kind.mailKey(type));
        }
    }

    @ParameterizedTest
    @MethodSource("factors")
    void eachFactorHasTextForTheButtonThatLeadsToIt(SecondFactor factor) {
        String word = factor.method().json();
        String key = "mspMfaUse" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
        assertThat(Texts.PAGES.keys("en")).contains(key);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aResetRemovesWhatKeycloakSetsUp(CredentialKind kind) {
        assertThat(kind.isBuiltIn() && kind.setUpActions().isEmpty())
                .as("a built-in kind without the actions that set it up")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"providers", "authenticators"})
    void onlyItsOwnPackagesMentionACredentialType(String module) throws IOException {
        Path sources = Path.of("..", module, "src/main/java/io/mspmfa");
        try (Stream<Path> files = Files.walk(sources)) {
            Set<String> rooms = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> MODEL.matcher(read(file)).find())
                    .map(file -> sources.relativize(file.getParent()).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            assertThat(rooms).isNotEmpty().isSubsetOf(ROOMS);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
