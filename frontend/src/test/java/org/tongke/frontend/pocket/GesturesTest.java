package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a swipe or a long press does, a button does, too: a module that listens for a gesture is named here with the buttons beside it. */
class GesturesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/META-INF/resources");
    private static final Pattern GESTURE =
            Pattern.compile("'(touch\\w+|pointer(?:down|move)|contextmenu|drag\\w*|drop|wheel|gesture\\w+)'");

    /** What the gestures of a module do, and where a button does the same. */
    private static final Map<String, String> BUTTONS = new TreeMap<>(
            Map.of(
                    "flow/keys.js",
                            "a swipe goes to the next community of a review; its buttons stand in the head (ReviewJourneyTest)",
                    "m/menu.js", "a press beside the menu closes it; so does its button, and Escape",
                    "tk/week-moves.js",
                            "a swipe turns the week, a long press enters an own entry; the head has buttons for both (WeekTest, UndoTest)"));

    @Test
    void haveAButtonBesideThem() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(RESOURCES)) {
            for (var file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                if (GESTURE.matcher(Files.readString(file))
                        .results()
                        .findFirst()
                        .map(MatchResult::group)
                        .isPresent()) {
                    found.add(RESOURCES.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(BUTTONS.keySet()));
    }
}
