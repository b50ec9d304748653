// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import io.mspmfa.core.branding.Picture.Kind;
import io.mspmfa.core.branding.Picture.Verdict;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.Sentence;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An image inside a brand's document: a {@code data:} address in base64 (RFC 2397). */
public final class BrandImage {
    private static final String PREFIX = "data:";
    private static final String ENCODING = ";base64,";
    private static final Pattern ADDRESS =
            Pattern.compile(PREFIX + "([a-z+/]{1,20})" + ENCODING + "([A-Za-z0-9+/]+={0,2})");

    /** Four characters for three bytes. */
    private static final int MOST_CHARACTERS = 40 + Picture.MOST_BYTES / 3 * 4 + 4;

    private final Kind kind;
    private final byte[] content;

    private BrandImage(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    /** What it is, as its content shows. */
    public Kind kind() {
        return kind;
    }

    /** The file. */
    public byte[] content() {
        return content.clone();
    }

    /** Reads an image; empty if it isn't one that a brand may show. */
    public static Optional<BrandImage> read(String text) {
        return problem(text).isEmpty() ? file(text).map(BrandImage::judged) : Optional.empty();
    }

    private static BrandImage judged(byte[] content) {
        return new BrandImage(Picture.judge(content).kind().orElseThrow(), content);
    }

    static Optional<Sentence> problem(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.of(tooLong());
        }
        Optional<byte[]> file = file(text);
        if (file.isEmpty()) {
            return Optional.of(FieldFault.NOT_IMAGE.with());
        }
        Verdict verdict = Picture.judge(file.get());
        return verdict.refusal()
                .map(BrandImage::sentence)
                .or(() -> verdict.kind()
                        .filter(kind -> !text.startsWith(PREFIX + kind.mediaType() + ENCODING))
                        .map(kind -> FieldFault.OTHER_MEDIA_TYPE.with(kind.mediaType())));
    }

    private static Sentence sentence(Picture.Refusal refusal) {
        return switch (refusal) {
            case TOO_LONG -> tooLong();
            case TOO_LARGE -> FieldFault.IMAGE_TOO_WIDE.with(Picture.MOST_PIXELS);
            case UNKNOWN -> FieldFault.NOT_PICTURE.with();
            case ACTIVE -> FieldFault.ACTIVE_SVG.with();
        };
    }

    private static Sentence tooLong() {
        return FieldFault.IMAGE_TOO_BIG.with(Picture.MOST_BYTES / 1024);
    }

    private static Optional<byte[]> file(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(address.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
