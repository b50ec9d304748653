// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The policy's trusted networks. An entry that isn't one matches no address (R38). */
public final class TrustedNetworks {
    private static final Pattern ENTRY = Pattern.compile("([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?");

    private final boolean listed;
    private final List<Block> blocks;

    private TrustedNetworks(boolean listed, List<Block> blocks) {
        this.listed = listed;
        this.blocks = blocks;
    }

    /**
     * Reads the list.
     *
     * @param entries addresses, or blocks such as {@code 10.0.0.0/8} and {@code 2001:db8::/32}
     */
    public static TrustedNetworks of(Collection<String> entries) {
        List<Block> blocks = entries.stream()
                .map(TrustedNetworks::block)
                .flatMap(Optional::stream)
                .toList();
        return new TrustedNetworks(!entries.isEmpty(), blocks);
    }

    /**
     * Whether the list vouches for an address.
     *
     * @param address as in Keycloak's {@code getRemoteAddr()}; null if Keycloak found none
     */
    public Trust trust(@Nullable String address) {
        if (!listed) {
            return Trust.NO_LIST;
        }
        boolean inside = Address.of(address)
                .map(known -> blocks.stream().anyMatch(block -> known.sharesBits(block.start(), block.bits())))
                .orElse(false);
        return inside ? Trust.INSIDE : Trust.OUTSIDE;
    }

    private static Optional<Block> block(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String bits = parts.group(2);
        return Address.of(parts.group(1))
                .map(start -> new Block(start, bits == null ? start.bits() : Integer.parseInt(bits)))
                .filter(block -> block.bits() <= block.start().bits());
    }

    /** All addresses that share their first bits with one. */
    private record Block(Address start, int bits) {}
}
