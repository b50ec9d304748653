// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The picture of docs/adaptive.md: the shares of logins over the threshold, on a logarithmic scale. */
final class Picture {
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 40;
    private static final int BOTTOM = 360;
    private static final int FIRST = 30;
    private static final int LAST = 80;
    private static final double LEAST_PERCENT = 0.1;
    private static final int DECADES = 3;

    private final List<String> lines = new ArrayList<>();

    private Picture() {}

    /** As SVG. */
    static List<String> of(Figures figures) {
        Picture picture = new Picture();
        picture.frame();
        picture.curve(figures, Tally::honestAsked, "#000000", 3, "users asked", 0);
        int place = 1;
        for (Attacker attacker : Attacker.values()) {
            String title = attacker.title() + ", let in";
            picture.curve(figures, tally -> tally.letThrough(attacker), attacker.colour(), 2, title, place++);
        }
        picture.lines.add("</svg>");
        return picture.lines;
    }

    private void frame() {
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 840 410\" font-family=\"sans-serif\""
                + " font-size=\"13\" role=\"img\" aria-label=\"Share of logins over the threshold\">");
        lines.add("<rect width=\"840\" height=\"410\" fill=\"#ffffff\"/>");
        for (double percent : new double[] {0.1, 1, 5, 10, 100}) {
            String dashes = percent == 5 ? " stroke-dasharray=\"6 4\"" : "";
            line(LEFT, y(percent), RIGHT, y(percent), percent == 5 ? "#000000" : "#cccccc", dashes);
            text(LEFT - 6, y(percent) + 4, "end", percent == LEAST_PERCENT ? "\u2264 0.1 %" : (int) percent + " %");
        }
        for (int threshold = FIRST; threshold <= LAST; threshold += 10) {
            line(x(threshold), TOP, x(threshold), BOTTOM, threshold == Figures.DEFAULT ? "#888888" : "#eeeeee", "");
            text(x(threshold), BOTTOM + 18, "middle", "" + threshold);
        }
        text((LEFT + RIGHT) / 2.0, BOTTOM + 38, "middle", "threshold, with a geo database");
        text(LEFT, TOP - 16, "start", "share of logins, logarithmic; dashed: the goal for users");
    }

    private void curve(
            Figures figures, ToDoubleFunction<Tally> share, String colour, int width, String title, int place) {
        StringBuilder points = new StringBuilder();
        figures.thresholds()
                .forEach((threshold, tally) ->
                        points.append(' ').append(at(x(threshold), y(share.applyAsDouble(tally)))));
        lines.add("<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + width + "\" points=\""
                + points.substring(1) + "\"/>");
        double y = TOP + 20 + place * 24.0;
        lines.add("<rect x=\"" + (RIGHT + 20) + "\" y=\"" + number(y - 6) + "\" width=\"18\" height=\"" + (width + 1)
                + "\" fill=\"" + colour + "\"/>");
        text(RIGHT + 46, y, "start", title);
    }

    private void line(double x1, double y1, double x2, double y2, String colour, String more) {
        lines.add("<path d=\"M" + at(x1, y1) + " L" + at(x2, y2) + "\" stroke=\"" + colour + "\"" + more + "/>");
    }

    private void text(double x, double y, String anchor, String text) {
        lines.add("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + text
                + "</text>");
    }

    private static double x(int threshold) {
        return LEFT + (RIGHT - LEFT) * (threshold - FIRST) / (double) (LAST - FIRST);
    }

    private static double y(double percent) {
        double decades = Math.log10(Math.max(LEAST_PERCENT, percent) / LEAST_PERCENT);
        return BOTTOM - (BOTTOM - TOP) * decades / DECADES;
    }

    private static String at(double x, double y) {
        return number(x) + "," + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
