// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.Optional;

/**
 * An image that a brand may show: of a kind that its content proves, small, and without anything that could act. What it
 * is called, and what its sender says it is, plays no part.
 */
public final class Picture {
    /** The most bytes. */
    public static final int MOST_BYTES = 64 * 1024;

    /** The most pixels of a side: a small file can contain a huge picture. */
    public static final int MOST_PIXELS = 2048;

    private Picture() {}

    /** The kinds of images, by what Keycloak has to call them when it serves one. */
    public enum Kind {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg"),
        WEBP("image/webp", "webp"),
        SVG("image/svg+xml", "svg");

        private final String mediaType;
        private final String extension;

        Kind(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        /** The end of a file's name, without the dot. */
        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** Why an image is refused. */
    public enum Refusal {
        /** It has more than {@link #MOST_BYTES}. */
        TOO_LONG,
        /** A side has more than {@link #MOST_PIXELS}. */
        TOO_LARGE,
        /** It is none of the kinds, or damaged. */
        UNKNOWN,
        /** It is an SVG that contains more than shapes: scripts, styles, references, other languages. */
        ACTIVE
    }

    /**
     * What was found.
     *
     * @param kind empty if it is refused
     * @param refusal empty if it isn't
     */
    public record Verdict(Optional<Kind> kind, Optional<Refusal> refusal) {
        static Verdict is(Kind kind) {
            return new Verdict(Optional.of(kind), Optional.empty());
        }

        static Verdict refused(Refusal refusal) {
            return new Verdict(Optional.empty(), Optional.of(refusal));
        }
    }

    /** Judges the content of a file. */
    public static Verdict judge(byte[] content) {
        if (content.length > MOST_BYTES) {
            return Verdict.refused(Refusal.TOO_LONG);
        }
        return RasterHeader.read(content).map(Picture::judge).orElseGet(() -> SvgCheck.judge(content));
    }

    private static Verdict judge(RasterHeader raster) {
        boolean isSmall = raster.width() <= MOST_PIXELS && raster.height() <= MOST_PIXELS;
        if (raster.width() < 1 || raster.height() < 1) {
            return Verdict.refused(Refusal.UNKNOWN);
        }
        return isSmall ? Verdict.is(raster.kind()) : Verdict.refused(Refusal.TOO_LARGE);
    }
}
