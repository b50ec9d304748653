// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Answers in CSV, as a parser that isn't ours reads them. */
final class Csv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

    private Csv() {}

    /** The rows, by column. */
    static List<Map<String, String>> rows(Answer answer) {
        return rows(answer, ',');
    }

    static List<Map<String, String>> rows(Answer answer, char separator) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        CSVFormat format = FORMAT.builder().setDelimiter(separator).build();
        try (CSVParser parser = CSVParser.parse(answer.body(), format)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of a column. */
    static List<String> column(List<Map<String, String>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    /** What every answer in CSV has: a file to keep, which no cache keeps and no browser shows. */
    static void assertFile(Answer answer, String name) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/csv;charset=utf-8"));
        assertThat(answer.headers().allValues("Content-Disposition"))
                .containsExactly("attachment; filename=\"" + name + "\"");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).doesNotStartWith("\ufeff").endsWith("\r\n").doesNotContainPattern("[^\r]\n");
    }
}
