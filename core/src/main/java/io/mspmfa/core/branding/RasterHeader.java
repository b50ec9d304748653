// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a PNG, JPEG or WebP file say. Browsers read the rest, and nothing else than an image from it,
 * as they are told its kind and not to guess.
 *
 * @param width in pixels
 * @param height in pixels
 */
record RasterHeader(Picture.Kind kind, int width, int height) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int JPEG = 0xFFD8;
    private static final int MARKER = 0xFF;
    private static final int UNSIGNED_SHORT = 0xFFFF;
    private static final int WEBP_SIDE = 0x3FFF;

    /** Empty if it is none of them, or ends too early. */
    static Optional<RasterHeader> read(byte[] content) {
        try {
            if (ByteBuffer.wrap(content).getLong() == PNG) {
                return png(ByteBuffer.wrap(content).position(8));
            }
            if ((ByteBuffer.wrap(content).getShort() & UNSIGNED_SHORT) == JPEG) {
                return jpeg(ByteBuffer.wrap(content).position(2));
            }
            return webp(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty(); // too short
        }
    }

    /** The first chunk is always the header (PNG, 3rd edition, section 5.6). */
    private static Optional<RasterHeader> png(ByteBuffer file) {
        file.getInt();
        return file.getInt() == IHDR
                ? Optional.of(new RasterHeader(Picture.Kind.PNG, file.getInt(), file.getInt()))
                : Optional.empty();
    }

    /** Segments up to the one that begins a frame (ITU-T T.81, section B.2.2). */
    private static Optional<RasterHeader> jpeg(ByteBuffer file) {
        while ((file.get() & 0xFF) == MARKER) {
            int marker = file.get() & 0xFF;
            int length = file.getShort() & UNSIGNED_SHORT;
            if (isFrame(marker)) {
                file.get(); // precision
                int height = file.getShort() & UNSIGNED_SHORT;
                return Optional.of(new RasterHeader(Picture.Kind.JPEG, file.getShort() & UNSIGNED_SHORT, height));
            }
            file.position(file.position() + length - 2);
        }
        return Optional.empty();
    }

    /** All of 0xC0 to 0xCF but the tables among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** The first chunk says what it is (RFC 9649, section 2). */
    private static Optional<RasterHeader> webp(ByteBuffer file) {
        if (!word(file).equals("RIFF")) {
            return Optional.empty();
        }
        file.getInt();
        if (!word(file).equals("WEBP")) {
            return Optional.empty();
        }
        String chunk = word(file);
        file.getInt();
        return switch (chunk) {
            case "VP8 " -> lossy(file);
            case "VP8L" -> lossless(file);
            case "VP8X" -> extended(file);
            default -> Optional.empty();
        };
    }

    /** After the frame tag and the start code (RFC 6386, section 9.1). */
    private static Optional<RasterHeader> lossy(ByteBuffer file) {
        file.position(file.position() + 6);
        return Optional.of(
                new RasterHeader(Picture.Kind.WEBP, file.getShort() & WEBP_SIDE, file.getShort() & WEBP_SIDE));
    }

    /** Two numbers of fourteen bits, each one less than the side (RFC 9649, section 3.4). */
    private static Optional<RasterHeader> lossless(ByteBuffer file) {
        file.get(); // signature
        int sides = file.getInt();
        return Optional.of(new RasterHeader(Picture.Kind.WEBP, (sides & WEBP_SIDE) + 1, (sides >> 14 & WEBP_SIDE) + 1));
    }

    /** Two numbers of three bytes (RFC 9649, section 2.7). */
    private static Optional<RasterHeader> extended(ByteBuffer file) {
        file.getInt(); // flags
        return Optional.of(new RasterHeader(Picture.Kind.WEBP, threeBytes(file) + 1, threeBytes(file) + 1));
    }

    private static int threeBytes(ByteBuffer file) {
        return (file.get() & 0xFF) | (file.get() & 0xFF) << 8 | (file.get() & 0xFF) << 16;
    }

    private static String word(ByteBuffer file) {
        byte[] letters = new byte[4];
        file.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
