package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours that both worlds share. */
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("--tk-([\\w-]+): (#[0-9a-f]{6});");
    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    private final String css = new PocketFiles().text("/tk/tokens.css");
    private final Map<String, String> light = colours(block(":root {"));
    private final Map<String, String> dark = colours(block(":root[data-theme=\"dark\"] {"));

    @Test
    void darkIsTheSameWhetherTheDeviceOrThePersonWantsIt() {
        assertThat(block(":root:not([data-theme=\"light\"]) {").replaceAll("\\s+", " "))
                .isEqualTo(block(":root[data-theme=\"dark\"] {").replaceAll("\\s+", " "));
        assertThat(dark.keySet()).isEqualTo(light.keySet());
    }

    @Test
    void textCanBeRead() {
        for (var colours : List.of(light, dark)) {
            for (var ground : List.of("paper", "card", "sunk")) {
                for (var ink : List.of("ink", "ink-soft", "teal")) {
                    assertContrast(colours, ink, ground, TEXT);
                }
            }
            for (var state : List.of("teal", "warm", "good", "bad")) {
                assertContrast(colours, state, state + "-wash", TEXT);
                assertContrast(colours, state, "card", TEXT);
                assertContrast(colours, state, "paper", TEXT);
            }
            assertContrast(colours, "on-teal", "teal", TEXT);
            assertContrast(colours, "on-warm", "warm", TEXT);
            assertContrast(colours, "line-strong", "card", EDGE);
        }
    }

    @Test
    void everySubjectCanBeReadAndSeen() {
        for (var colours : List.of(light, dark)) {
            var subjects = colours.keySet().stream()
                    .filter(name -> name.endsWith("-edge"))
                    .map(name -> name.replace("-edge", ""))
                    .toList();
            assertThat(subjects).hasSizeGreaterThanOrEqualTo(12);
            for (var subject : subjects) {
                assertContrast(colours, subject + "-ink", subject + "-wash", TEXT);
                assertContrast(colours, subject + "-edge", subject + "-wash", EDGE);
                assertContrast(colours, subject + "-edge", "card", EDGE);
            }
        }
    }

    private static void assertContrast(Map<String, String> colours, String ink, String ground, double least) {
        var one = luminance(colours.getOrDefault(ink, "#808080"));
        var other = luminance(colours.getOrDefault(ground, "#808080"));
        assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
                .as(ink + " on " + ground)
                .isGreaterThanOrEqualTo(least);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        var share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private String block(String start) {
        var from = css.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        return css.substring(from + start.length(), css.indexOf('}', from));
    }

    private static Map<String, String> colours(String block) {
        var found = new LinkedHashMap<String, String>();
        TOKEN.matcher(block).results().forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }
}
