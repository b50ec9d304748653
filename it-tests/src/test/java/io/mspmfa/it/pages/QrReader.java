// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A camera: tries several distances until it recognises the code. */
public final class QrReader {

    private static final List<Integer> ZOOMS = List.of(1, 2, 3);

    private QrReader() {}

    public static String read(byte[] png) {
        BufferedImage picture = picture(png);
        return ZOOMS.stream()
                .flatMap(zoom -> {
                    LuminanceSource source = new BufferedImageLuminanceSource(zoomed(picture, zoom));
                    return List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source)).stream();
                })
                .map(binarizer -> decode(new BinaryBitmap(binarizer)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No QR code in the picture: " + kept(png)));
    }

    private static Path kept(byte[] png) {
        try {
            return Files.write(Files.createTempFile(Path.of("target"), "no-qr-code", ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> decode(BinaryBitmap bitmap) {
        try {
            var result = new MultiFormatReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
            return Optional.of(result.getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage zoomed(BufferedImage picture, int zoom) {
        var scale = AffineTransform.getScaleInstance(zoom, zoom);
        return new AffineTransformOp(scale, AffineTransformOp.TYPE_BILINEAR).filter(picture, null);
    }

    private static BufferedImage picture(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
