package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongke.backend.timetable.Lesson.lesson;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongke.backend.activity.Activity;

class SelectionTest {
    private static final Instant NOW = Lesson.at("2021-03-10 12:00");

    @Test
    void staysAsItIsWhenRepeated() {
        var lesson = at("1", "2021-03-11 09:50");
        var once = Selection.NONE.hide(lesson, NOW).hideSeries("series:a:1");
        assertThat(once.hide(lesson, NOW.plusSeconds(1)).hideSeries("series:a:1"))
                .isEqualTo(once);
        assertThat(once.show(Set.of("platform:1")).showSeries("series:a:1")).isEqualTo(Selection.NONE);
        assertThat(Selection.NONE
                        .show(Set.of("platform:1"))
                        .remove(Set.of("platform:1"))
                        .showSeries("series:a:1"))
                .isEqualTo(Selection.NONE);
    }

    @Test
    void hidesNoMoreWhatIsAdded() {
        var lesson = at("1", "2021-03-11 09:50");
        var added = Selection.NONE.hide(lesson, NOW).add(lesson, NOW);
        assertThat(added.hides(lesson)).isFalse();
        assertThat(added.hasAdded(lesson)).isTrue();
        assertThat(added.remove(lesson.lessonIds())).isEqualTo(Selection.NONE);
    }

    @Test
    void forgetsWhatIsLongOverWhenItIsFull() {
        var old = at("old", "2020-12-29 09:50");
        var older = at("older", "2020-12-01 09:50");
        var full = Selection.NONE.hide(old, NOW).hide(older, NOW);
        for (int count = 2; count < Selection.MOST; count++) {
            full = full.hide(at("new" + count, "2021-03-11 09:50"), NOW);
        }
        var next = full.hide(at("next", "2021-03-11 09:50"), NOW);
        assertThat(next.hidden()).hasSize(Selection.MOST);
        assertThat(next.hides(older)).isFalse();
        assertThat(next.hides(old)).isTrue();
        var last = next.hide(at("last", "2021-03-11 09:50"), NOW);
        assertThat(last.hides(old)).isFalse();
        assertThatThrownBy(() -> last.hide(at("too many", "2021-03-11 09:50"), NOW))
                .hasMessageContaining("TIMETABLE_FULL");
        assertThat(last.hide(at("last", "2021-03-11 09:50"), NOW)).isEqualTo(last);
    }

    @Test
    void takesSoManySeriesAndNoMore() {
        var full = Selection.NONE;
        for (int count = 0; count < Selection.MOST; count++) {
            full = full.hideSeries("series:a:" + count);
        }
        var last = full;
        assertThat(last.hideSeries("series:a:0")).isEqualTo(last);
        assertThatThrownBy(() -> last.hideSeries("series:b:0")).hasMessageContaining("TIMETABLE_FULL");
    }

    private static Activity at(String id, String time) {
        return lesson(id, "城关", time).activity();
    }
}
