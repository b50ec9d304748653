// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Images as a brand's document contains them. */
public final class Pictures {
    private Pictures() {}

    /** A PNG of one colour. */
    public static String png(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(rgb));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data("image/png", bytes.toByteArray());
    }

    /** An SVG with these elements. */
    public static String svg(String content) {
        return data(
                "image/svg+xml",
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">" + content + "</svg>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Any content, said to be of this type. */
    public static String data(String type, byte[] content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
