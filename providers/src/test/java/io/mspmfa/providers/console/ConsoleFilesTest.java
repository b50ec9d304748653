// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {
    private static final Map<String, byte[]> PACKED = Map.of(
            "index.html", bytes("<title>"),
            "assets.txt", bytes("a-1.js.gz\nfont.woff2\n"),
            "assets/a-1.js.gz", compressed("import"),
            "assets/font.woff2", bytes("font"),
            "assets/unlisted.js", bytes("x"));

    private final ConsoleFiles files = ConsoleFiles.of(ConsoleFilesTest::open);

    @Test
    void aScriptHasTheNameThatThePageKnows() {
        assertThat(files.asset("a-1.js")).hasValueSatisfying(script -> {
            assertThat(script.mediaType()).isEqualTo("text/javascript;charset=UTF-8");
            assertThat(script.isCompressed()).isTrue();
            assertThat(script.inflated()).isEqualTo(bytes("import"));
        });
    }

    @Test
    void aFontIsSentAsItIs() {
        assertThat(files.asset("font.woff2")).hasValueSatisfying(font -> {
            assertThat(font.mediaType()).isEqualTo("font/woff2");
            assertThat(font.isCompressed()).isFalse();
            assertThat(font.inflated()).isSameAs(font.packed());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-1.js.gz", "unlisted.js", "../index.html", "assets.txt", "./a-1.js", "A-1.JS"})
    void whatIsNotListedDoesNotExist(String name) {
        assertThat(files.asset(name)).isEmpty();
    }

    @Test
    void aMissingFileIsAFaultOfTheBuild() {
        assertThatThrownBy(() -> ConsoleFiles.of(path -> path.equals("assets.txt") ? open(path) : null))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("console");
    }

    private static InputStream open(String path) {
        return PACKED.containsKey(path) ? new ByteArrayInputStream(PACKED.get(path)) : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(String text) {
        var result = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(result)) {
            gzip.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result.toByteArray();
    }
}
