// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments, names of tests and documentation refer to rules by short ids such as R22; a single page explains them. */
class RuleLegendTest {
    private static final String LEGEND = "docs/rules.md";
    private static final Pattern ID = Pattern.compile("(?<![\\w/-])[RPFLKMAVX]\\d{1,2}(?![\\w-])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d{1,2}) \\| \\S.*\\. \\| \\S.* \\|$");
    private static final Pattern BEGINNING_OF_A_ROW = Pattern.compile("(?m)^\\| [A-Z]\\d{1,2} \\|");

    /** The name of a test begins with the rules that it proves: {@code void R5_R12_noSecretInLogs...}. */
    private static final Pattern TEST = Pattern.compile("\\bvoid ((?:[A-Z]\\d{1,2}_)+)");

    @Test
    void eachIdInUseIsExplained() {
        assertThat(used()).hasSizeGreaterThan(100).isSubsetOf(explained());
    }

    @Test
    void eachIdThatIsExplainedIsInUse() {
        assertThat(explained()).isSubsetOf(used());
    }

    @Test
    void eachRowHasASentenceAndASource() {
        assertThat(explained()).doesNotHaveDuplicates().hasSize((int)
                BEGINNING_OF_A_ROW.matcher(legend()).results().count());
    }

    private static Collection<String> used() {
        Stream<String> comments = Repository.texts(".+/src/(main|test)/java/.+\\.java").stream()
                .map(file -> file.comments().content());
        Stream<String> tests = Repository.texts(".+/src/test/java/.+\\.java").stream()
                .flatMap(file -> TEST.matcher(file.content()).results())
                .map(name -> name.group(1).replace('_', ' '));
        Stream<String> documents =
                Repository.texts("(?!" + LEGEND + ").*\\.md").stream().map(Repository.Text::content);
        return Stream.of(comments, tests, documents)
                .flatMap(texts -> texts)
                .flatMap(text -> ID.matcher(text).results())
                .map(id -> id.group())
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> explained() {
        return ROW.matcher(legend()).results().map(row -> row.group(1)).toList();
    }

    private static String legend() {
        assertThat(Repository.texts(LEGEND)).hasSize(1);
        return Repository.texts(LEGEND).get(0).content();
    }
}
