// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.sentences.SentenceCode;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the REST API can say, its words, and what is written about it. */
class SentencesTest {
    private static final int FEWEST = 90;

    private static final List<SentenceCode> ALL = PackedJar.CLASSES.stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(SentenceCode.class))
            .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
            .map(SentenceCode.class::cast)
            .toList();

    @Test
    void X16_eachCodeHasWordsAndNoWordsAreLeftOver() {
        assertThat(ALL).hasSizeGreaterThan(FEWEST);
        assertThat(Texts.SENTENCES.keys("en"))
                .isEqualTo(ALL.stream().map(SentenceCode::key).collect(Collectors.toSet()));
    }

    @Test
    void X16_theWordsUseEveryParticular() {
        Properties english = Texts.SENTENCES.in("en");
        assertThat(ALL).allSatisfy(code -> {
            int used = new MessageFormat(english.getProperty(code.key())).getFormatsByArgumentIndex().length;
            assertThat(used).as(code.key()).isEqualTo(code.params().size());
        });
    }

    @Test
    void X16_eachCodeIsDocumentedWithItsParticulars() {
        String document = Repository.texts("docs/messages\\.md").get(0).content();
        assertThat(ALL).allSatisfy(code -> {
            String params = code.params().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            assertThat(document).contains("| `" + code.code() + "` | " + params + (params.isEmpty() ? "" : " ") + "|");
        });
    }
}
