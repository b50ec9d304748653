// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandImage;
import java.nio.charset.StandardCharsets;

/** A file of a brand: an image that was checked, or a stylesheet that we have written. */
public final class BrandFile {
    private final String mediaType;
    private final String extension;
    private final byte[] content;

    private BrandFile(String mediaType, String extension, byte[] content) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.content = content;
    }

    static BrandFile of(BrandImage image) {
        return new BrandFile(image.kind().mediaType(), image.kind().extension(), image.content());
    }

    static BrandFile sheet(String css) {
        return new BrandFile("text/css;charset=UTF-8", "css", css.getBytes(StandardCharsets.UTF_8));
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of its name, without the dot. */
    String extension() {
        return extension;
    }

    public byte[] content() {
        return content.clone();
    }
}
