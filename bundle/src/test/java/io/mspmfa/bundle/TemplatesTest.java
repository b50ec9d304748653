// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The theme {@code msp} replaces templates of Keycloak, which a release may change without ours noticing. */
class TemplatesTest {
    private static final String OURS = "theme/msp/";

    /** The themes that ours derives from, nearest first. */
    private static final Map<String, List<String>> PARENTS =
            Map.of("login", List.of("keycloak.v2", "base"), "email", List.of("keycloak", "base"));

    /** SHA-256 of Keycloak's templates that we know, and have replaced. */
    private static final Map<String, String> KNOWN = Map.of(
            "login/footer.ftl", "3e81a9f78b2c15268b29e1f3a18ada54304c0d46fc7337bf966fdcb30a9b862e",
            "email/html/template.ftl", "1e2a39459aa8211afadfba39db4ee4aad38ab8624c53a39fe1500f076f5df1d8");

    @Test
    void X16_keycloaksTemplatesThatWeReplaceAreTheOnesWeKnow() {
        Map<String, String> replaced = PackedJar.files(OURS + ".+\\.ftl").stream()
                .map(file -> file.name().substring(OURS.length()))
                .filter(name -> original(name).isPresent())
                .collect(toMap(name -> name, name -> sha256(original(name).orElseThrow())));

        assertThat(replaced)
                .as("See what Keycloak has changed, follow it in our template, and then write the new hash here")
                .containsExactlyInAnyOrderEntriesOf(KNOWN);
    }

    private static Optional<String> original(String name) {
        return PARENTS.get(name.substring(0, name.indexOf('/'))).stream()
                .map(parent -> resource("theme/" + parent + "/" + name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> resource(String path) {
        try (InputStream in = TemplatesTest.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String template) {
        try {
            byte[] lines = template.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
