// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as the server saw it. The text is read here rather than by {@code InetAddress}, which asks the name
 * service about anything that isn't an address. An IPv4 address mapped into IPv6 is the IPv4 address.
 */
public final class Address {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int GROUPS = 8;
    private static final int MAPPED_PREFIX_BYTES = 12;

    /** Without leading zeros, which some programs take for octal. */
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final String MAPPED = "00000000000000000000ffff";

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads an address.
     *
     * @param text as in Keycloak's {@code getRemoteAddr()}; null if Keycloak found none
     * @return empty if it isn't an address, or has a zone, a port or brackets
     */
    public static Optional<Address> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
        return bytes.map(Address::unmapped);
    }

    /** Its 4 or 16 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The network that the address belongs to: IPv4/24 or IPv6/48. */
    Network network() {
        int length = bytes.length == IPV4_BYTES ? Network.IPV4_BYTES : Network.IPV6_BYTES;
        return new Network(HexFormat.of().formatHex(bytes, 0, length));
    }

    /** The number of bits: 32 or 128. */
    int bits() {
        return bytes.length * Byte.SIZE;
    }

    /** Whether the first bits of both addresses are the same. Addresses of different kinds have none in common. */
    boolean sharesBits(Address other, int count) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        int whole = count / Byte.SIZE;
        int rest = count % Byte.SIZE;
        boolean sameBytes = Arrays.equals(bytes, 0, whole, other.bytes, 0, whole);
        return sameBytes && (rest == 0 || ((bytes[whole] ^ other.bytes[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0);
    }

    private static Address unmapped(byte[] bytes) {
        boolean mapped = bytes.length == IPV6_BYTES
                && HexFormat.of().formatHex(bytes, 0, MAPPED_PREFIX_BYTES).equals(MAPPED);
        return new Address(mapped ? Arrays.copyOfRange(bytes, MAPPED_PREFIX_BYTES, IPV6_BYTES) : bytes);
    }

    private static Optional<byte[]> ipv4(String text) {
        if (!IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[IPV4_BYTES];
        List<String> octets = List.of(text.split("\\."));
        for (int i = 0; i < IPV4_BYTES; i++) {
            bytes[i] = (byte) Integer.parseInt(octets.get(i));
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true)
                    .filter(hex -> hex.length() == IPV6_BYTES * 2)
                    .map(HexFormat.of()::parseHex);
        }
        Optional<String> head = groups(text.substring(0, gap), false);
        Optional<String> tail = groups(text.substring(gap + 2), true);
        return head.flatMap(before -> tail.flatMap(after -> {
                    int missing = IPV6_BYTES * 2 - before.length() - after.length();
                    return missing > 0 ? Optional.of(before + "0".repeat(missing) + after) : Optional.empty();
                }))
                .map(HexFormat.of()::parseHex);
    }

    /**
     * Groups between colons as hex digits; empty text has none.
     *
     * @param atEnd whether the address ends here: its last 32 bits may be written as an IPv4 address
     */
    private static Optional<String> groups(String text, boolean atEnd) {
        StringBuilder hex = new StringBuilder();
        List<String> groups = text.isEmpty() ? List.of() : List.of(text.split(":", GROUPS + 1));
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            Optional<byte[]> last = atEnd && i == groups.size() - 1 ? ipv4(group) : Optional.empty();
            if (last.isPresent()) {
                hex.append(HexFormat.of().formatHex(last.get()));
            } else if (GROUP.matcher(group).matches()) {
                hex.append("0".repeat(GROUPS / 2 - group.length())).append(group);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(hex.toString().toLowerCase(Locale.ROOT));
    }
}
