// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

class GeoDatabaseTest {
    private static final Place FRANKFURT = new Place(Optional.of("DE"), Optional.of(new Position(50.1, 8.7, 20)));
    private static final Place TOKYO = new Place(Optional.of("JP"), Optional.of(new Position(35.7, 139.7, 20)));
    private static final String ADDRESS = "203.0.113.7";

    @TempDir
    private Path folder;

    private Path file;
    private GeoDatabase database;

    @BeforeEach
    void aDatabase() {
        file = folder.resolve("cities.mmdb");
        inFrankfurt().writeTo(file);
        database = new GeoDatabase(file);
    }

    @AfterEach
    void realTime() {
        Time.setOffset(0);
    }

    @Test
    void findsWhereAnAddressIs() {
        assertThat(database.find(ADDRESS)).isEqualTo(FRANKFURT);
        assertThat(database.find("::ffff:203.0.113.200")).isEqualTo(FRANKFURT);
    }

    @Test
    void anEntryMayHaveACountryOnlyOrNothing() {
        new GeoFile()
                .with("198.51.100", Map.of("country", Map.of("iso_code", "FR")))
                .with("198.51.101", Map.of("continent", Map.of("code", "EU")))
                .writeTo(file);
        changeIsNoticed();

        assertThat(database.find("198.51.100.1")).isEqualTo(new Place(Optional.of("FR"), Optional.empty()));
        assertThat(database.find("198.51.101.1")).isEqualTo(Place.UNKNOWN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "localhost", "192.0.2.1", "127.0.0.1", "2001:db8::1", "fe80::1%eth0", "203.0.113.7, 1.1.1.1"
            })
    void otherAddressesAreUnknownAndDisturbNothing(String address) {
        assertThat(database.find(address)).isEqualTo(Place.UNKNOWN);
        assertThat(database.find(ADDRESS)).isEqualTo(FRANKFURT);
    }

    @Test
    void withoutAFileEverythingIsUnknown() {
        assertThat(new GeoDatabase(null).find(ADDRESS)).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void aReplacedFileIsReadAgain() {
        assertThat(database.find(ADDRESS)).isEqualTo(FRANKFURT);

        new GeoFile()
                .with("203.0.113", "JP", 35.7, 139.7)
                .with("203.0.114", "JP", 35.7, 139.7)
                .writeTo(file);

        assertThat(database.find(ADDRESS)).as("within ten seconds").isEqualTo(FRANKFURT);
        changeIsNoticed();
        assertThat(database.find(ADDRESS)).isEqualTo(TOKYO);
    }

    @Test
    void aVanishedFileIsUnknownUntilItIsBack() throws IOException {
        assertThat(database.find(ADDRESS)).isEqualTo(FRANKFURT);

        Files.delete(file);
        changeIsNoticed();

        assertThat(database.find(ADDRESS)).isEqualTo(Place.UNKNOWN);
        inFrankfurt().writeTo(file);
        changeIsNoticed();
        assertThat(database.find(ADDRESS)).isEqualTo(FRANKFURT);
    }

    @Test
    void aFileThatIsAFolderIsUnknown() {
        assertThat(new GeoDatabase(folder).find(ADDRESS)).isEqualTo(Place.UNKNOWN);
    }

    /** Whatever is broken: nothing is thrown. */
    @Test
    void aTruncatedFileIsUnknown() {
        byte[] whole = inFrankfurt().bytes();
        for (int length = 0; length < whole.length; length += 7) {
            GeoFile.write(file, Arrays.copyOf(whole, length));

            assertThat(new GeoDatabase(file).find(ADDRESS)).isIn(Place.UNKNOWN, FRANKFURT);
        }
    }

    @Test
    void aDamagedFileIsNoError() {
        byte[] whole = inFrankfurt().bytes();
        for (int place = 0; place < whole.length; place += 3) {
            byte[] damaged = whole.clone();
            damaged[place] ^= (byte) 0x5a;
            GeoFile.write(file, damaged);

            assertThat(new GeoDatabase(file).find(ADDRESS)).isNotNull();
        }
    }

    private static GeoFile inFrankfurt() {
        return new GeoFile().with("203.0.113", "DE", 50.1, 8.7);
    }

    private static void changeIsNoticed() {
        Time.setOffset(Time.getOffset() + 10);
    }
}
