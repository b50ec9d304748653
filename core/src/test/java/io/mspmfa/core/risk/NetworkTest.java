// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,                  cb0071",
        "0.0.0.0,                      000000",
        "255.255.255.255,              ffffff",
        "2001:db8:1:2::3,              20010db80001",
        "2001:DB8:1::,                 20010db80001",
        "::1,                          000000000000",
        "::,                           000000000000",
        "fe80::1,                      fe8000000000",
        "2001:db8:1:2:3:4:5:6,         20010db80001",
        "2001:db8:1:2:3:4:192.0.2.1,   20010db80001",
        // mapped into IPv6, in the two ways in which Java and others write it
        "0:0:0:0:0:ffff:cb00:7109,     cb0071",
        "::ffff:203.0.113.9,           cb0071",
    })
    void anAddressBelongsToANetwork(String address, String hex) {
        assertThat(Network.of(address)).contains(new Network(hex));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "not-an-ip",
                "localhost",
                "example.org",
                "dead.beef",
                "cafe",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.04",
                "0x1.2.3.4",
                "16909060",
                "1.2.3.4:443",
                " 1.2.3.4",
                "1.2.3.4\n",
                "1.2.3.4, 5.6.7.8",
                "fe80::1%eth0",
                "fe80::1%",
                "[::1]",
                "[::1]:443",
                "::1::",
                ":::",
                ":",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "1:2:3:4:5:6:7:8:9",
                "1::2:3:4:5:6:7:8",
                "12345::",
                "g::1",
                "1.2.3.4::",
                "::1.2.3",
                "::1.2.3.4:5",
                "\u0661.2.3.4",
                "unknown",
                "_hidden",
                "for=192.0.2.1"
            })
    void R38_anythingElseIsNoAddress(String text) {
        assertThat(Network.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cb007", "CB0071", "cb00710", "203.0.113.0/24"})
    void aNetworkHasThatManyDigits(String hex) {
        assertThatThrownBy(() -> new Network(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void readsEachIpv4Address(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        assertThat(Network.of(InetAddress.getByAddress(bytes).getHostAddress()))
                .contains(new Network(HexFormat.of().formatHex(bytes, 0, 3)));
    }

    @Property
    void readsEachIpv6Address(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        bytes[0] |= 0x20; // not one that is mapped

        assertThat(Network.of(InetAddress.getByAddress(bytes).getHostAddress()))
                .contains(new Network(HexFormat.of().formatHex(bytes, 0, 6)));
    }

    /** Java accepts more, such as groups of five digits. It asks the name service only about texts without colons. */
    @Property
    void whatIsReadIsAnAddressForJavaToo(
            @ForAll @StringLength(max = 12) @CharRange(from = '0', to = '2') @CharRange(from = ':', to = ':')
                    String text) {
        String address = "2::" + text;
        assertThat(Network.of(address).isEmpty() || isAddress(address))
                .as(address)
                .isTrue();
    }

    @Property
    void garbageIsNoError(@ForAll @StringLength(max = 50) String text) {
        assertThat(Network.of(text)).isNotNull();
    }

    private static boolean isAddress(String text) {
        try {
            return Arrays.stream(InetAddress.getAllByName(text)).count() == 1;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
