// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip, deflate, br, zstd | true",
                "GZIP;q=0.1              | true",
                "x-gzip                  | true",
                "*                       | true",
                "br, *;q=0.5             | true",
                "gzip;q=1.0              | true",
                "none                    | false",
                "''                      | false",
                "identity                | false",
                "gzip;q=0                | false",
                "gzip; q=0.000           | false",
                "gzip;q=0, *             | false",
                "*;q=0                   | false",
                "gzipped                 | false",
                ",;,;q=,                 | false"
            })
    void gzipIsSentOnlyToThoseWhoTakeIt(String header, boolean accepted) {
        assertThat(AcceptedEncoding.hasGzip(header)).isEqualTo(accepted);
    }
}
