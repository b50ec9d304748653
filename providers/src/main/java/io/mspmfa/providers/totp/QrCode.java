// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * The QR code for an authenticator app to scan.
 *
 * @param issuer the organisation that the account belongs to
 * @param account what the app calls the entry, beside the issuer
 * @param secret the shared secret
 */
public record QrCode(String issuer, String account, NewTotp secret) {
    /** A QR code needs a margin of four light modules (ISO/IEC 18004 section 6.3.8). */
    private static final int QUIET_ZONE = 4;

    /**
     * The maximum length of a name; longer ones lead to codes that no camera can read, and eventually to none at all.
     */
    private static final int LONGEST_ISSUER = 48;

    private static final int LONGEST_ACCOUNT = 64;

    /** The picture is as large as fits into this many pixels with a whole number of pixels per module. */
    private static final int LARGEST_SIDE = 240;

    /**
     * The name of an entry that can be told apart from another one of the same account. A long account is shortened, since
     * the mark would otherwise be cut off.
     */
    public static String withMark(String account, String mark) {
        String end = " (" + mark + ")";
        return shorten(account, LONGEST_ACCOUNT - end.length()) + end;
    }

    /**
     * The key URI, as described by Google Authenticator's "Key Uri Format". Colons separate the parts of the label, so
     * they are removed from names.
     */
    public String uri() {
        return String.format(
                Locale.ROOT,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d",
                encode(issuer, LONGEST_ISSUER),
                encode(account, LONGEST_ACCOUNT),
                secret.base32(),
                encode(issuer, LONGEST_ISSUER),
                NewTotp.DIGITS,
                NewTotp.PERIOD_SECONDS);
    }

    /** The QR code for {@link #uri} as an SVG picture in a {@code data:} URI. */
    public String dataUri() {
        BitMatrix modules = encodeQr();
        int size = modules.getWidth();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        String svg = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%3$d\" height=\"%3$d\" viewBox=\"0 0 %1$d %1$d\""
                        + " shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>",
                size,
                path,
                size * Math.max(2, LARGEST_SIDE / size));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private BitMatrix encodeQr() {
        try {
            return new QRCodeWriter()
                    .encode(
                            uri(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    StandardCharsets.UTF_8.name(),
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.L,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            // the message and cause may contain the secret
            throw new IllegalStateException("The QR code can't be drawn");
        }
    }

    private static String encode(String name, int longest) {
        return URLEncoder.encode(shorten(name, longest).replace(':', ' '), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static String shorten(String name, int longest) {
        int end = name.offsetByCodePoints(0, Math.min(longest, name.codePointCount(0, name.length())));
        return name.substring(0, end);
    }
}
