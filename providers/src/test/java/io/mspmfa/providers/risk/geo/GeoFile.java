// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.geo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases in MaxMind's format 2.0 (https://maxmind.github.io/MaxMind-DB/), of IPv4 networks of 24 bits.
 */
public final class GeoFile {
    private static final int NETWORK_BITS = 24;
    private static final int SEPARATOR_BYTES = 16;
    private static final int EMPTY = -1;

    /** Nodes of the tree: two records each, which lead to a node, or as {@code -2 - offset} to an entry. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** A database that knows where these networks are: {@code "203.0.113", {"country": {"iso_code": "DE"}}}. */
    public GeoFile with(String network, Map<String, Object> entry) {
        int offset = data.size();
        data.writeBytes(encoded(entry));
        int prefix = 0;
        for (String part : network.split("\\.", -1)) {
            prefix = prefix << 8 | Integer.parseInt(part);
        }
        int node = 0;
        for (int bit = NETWORK_BITS - 1; bit > 0; bit--) {
            int side = prefix >> bit & 1;
            if (nodes.get(node)[side] == EMPTY) {
                nodes.get(node)[side] = nodes.size();
                nodes.add(new int[] {EMPTY, EMPTY});
            }
            node = nodes.get(node)[side];
        }
        nodes.get(node)[prefix & 1] = -2 - offset;
        return this;
    }

    /** The same with a country and a position. */
    public GeoFile with(String network, String country, double latitude, double longitude) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("latitude", latitude);
        location.put("longitude", longitude);
        location.put("accuracy_radius", 20);
        return with(network, Map.of("country", Map.of("iso_code", country), "location", location));
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int value = record;
                if (record == EMPTY) {
                    value = nodes.size();
                } else if (record < EMPTY) {
                    value = nodes.size() + SEPARATOR_BYTES - 2 - record;
                }
                file.write(value >> 16);
                file.write(value >> 8);
                file.write(value);
            }
        }
        file.writeBytes(new byte[SEPARATOR_BYTES]);
        file.writeBytes(data.toByteArray());
        file.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        file.writeBytes("MaxMind.com".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", NETWORK_BITS);
        metadata.put("ip_version", 4);
        metadata.put("database_type", "Test");
        metadata.put("languages", List.of("en"));
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", 1_700_000_000L);
        metadata.put("description", Map.of("en", "Test"));
        file.writeBytes(encoded(metadata));
        return file.toByteArray();
    }

    public void writeTo(Path file) {
        write(file, bytes());
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            control(bytes, 2, utf8.length);
            bytes.writeBytes(utf8);
        } else if (value instanceof Double number) {
            control(bytes, 3, Double.BYTES);
            bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        } else if (value instanceof Integer number) {
            control(bytes, 6, Integer.BYTES);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        } else if (value instanceof Long number) {
            control(bytes, 9, Long.BYTES);
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        } else if (value instanceof List<?> list) {
            control(bytes, 11, list.size());
            list.forEach(element -> bytes.writeBytes(encoded(element)));
        } else {
            Map<?, ?> map = (Map<?, ?>) value;
            control(bytes, 7, map.size());
            map.forEach((key, element) -> {
                bytes.writeBytes(encoded(key));
                bytes.writeBytes(encoded(element));
            });
        }
        return bytes.toByteArray();
    }

    /** All sizes here are below 29. */
    private static void control(ByteArrayOutputStream bytes, int type, int size) {
        if (type <= 7) {
            bytes.write(type << 5 | size);
        } else {
            bytes.write(size);
            bytes.write(type - 7);
        }
    }
}
