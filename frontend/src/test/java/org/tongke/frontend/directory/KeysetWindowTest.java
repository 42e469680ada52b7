package org.tongke.frontend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.directory.KeysetWindow.Page;

/** A list of 5,054 numbers behind cursors. */
class KeysetWindowTest {
    private static final int ALL = 5_054;

    private final List<@Nullable String> asked = new ArrayList<>();
    private final KeysetWindow<Integer> window = new KeysetWindow<>(this::page, this::next);
    private int steps;

    private Page<Integer> page(@Nullable String after) {
        asked.add(after);
        var from = after == null ? 0 : Integer.parseInt(after);
        var to = Math.min(ALL, from + KeysetWindow.PAGE);
        return new Page<>(IntStream.range(from, to).boxed().toList(), to == ALL ? null : String.valueOf(to));
    }

    private @Nullable String next(@Nullable String after) {
        steps++;
        var to = (after == null ? 0 : Integer.parseInt(after)) + KeysetWindow.PAGE;
        return to >= ALL ? null : String.valueOf(to);
    }

    @Test
    void givesWhatStandsAtAnyPlace() {
        assertThat(window.fetch(0, 50)).containsExactlyElementsOf(numbers(0, 50));
        assertThat(window.fetch(75, 50)).containsExactlyElementsOf(numbers(75, 125));
        assertThat(window.fetch(5_020, 50)).containsExactlyElementsOf(numbers(5_020, ALL));
        assertThat(window.fetch(2_490, 50)).containsExactlyElementsOf(numbers(2_490, 2_540));
        assertThat(window.fetch(6_000, 50)).isEmpty();
        assertThat(window.fetch(10, 0)).isEmpty();
    }

    @Test
    void asksForThePagesInSightAloneAndForTheWayOnce() {
        window.fetch(0, 50).toList();
        window.fetch(50, 50).toList();
        assertThat(asked).hasSize(1);
        window.fetch(5_000, 50).toList();
        assertThat(asked).as("only what is seen").hasSize(2);
        assertThat(steps).isEqualTo(49);
        window.fetch(5_000, 50).toList();
        assertThat(asked).hasSize(2);
        window.fetch(1_000, 50).toList();
        assertThat(asked).hasSize(3);
        assertThat(steps).as("the way is known").isEqualTo(49);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
