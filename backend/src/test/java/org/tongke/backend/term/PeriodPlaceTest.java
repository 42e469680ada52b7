package org.tongke.backend.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where something stands in a day of 第1节 08:10–08:50, 第2节 09:00–09:40, 第3节 09:50–10:30, 午间 12:00–13:00. */
class PeriodPlaceTest {
    static final BellSchedule DAY = new BellSchedule(
            null,
            List.of(
                    period(1, "08:10", "08:50"),
                    period(2, "09:00", "09:40"),
                    period(3, "09:50", "10:30"),
                    new Period(4, "午间", LocalTime.of(12, 0), LocalTime.of(13, 0))));

    @ParameterizedTest
    @CsvSource({
        "09:50, 10:30, 3",
        "09:55, 10:35, 3",
        "09:45, 10:25, 3",
        "09:00, 10:30, 2 3",
        "08:00, 18:00, 1 2 3 4",
        "10:00, 10:10, 3",
        "10:30, 10:30, 3",
        "09:21, 10:10, between 2 3",
        "09:20, 10:10, between 2 3",
        "09:19, 10:10, 2",
        "09:40, 09:50, between 2 3",
        "11:00, 11:40, between 3 4",
        "07:00, 07:40, before 1",
        "07:40, 08:20, before 1",
        "14:00, 14:40, after 4",
        "23:30, 23:59, after 4"
    })
    void isFound(LocalTime start, LocalTime end, String place) {
        assertThat(print(DAY.place(start, end))).isEqualTo(place);
    }

    @Test
    void isFoundForWhatEndsOnALaterDay() {
        assertThat(print(DAY.place(LocalTime.of(12, 0), LocalTime.MAX))).isEqualTo("4");
        assertThat(print(DAY.place(LocalTime.of(22, 0), LocalTime.MAX))).isEqualTo("after 4");
    }

    @Test
    void hasAScheduleForEachStageOfSchool() {
        var byDefault = new DefaultBells();
        assertThat(byDefault.of("乐清市云溪实验小学").periods()).hasSize(7);
        assertThat(byDefault.of("乐清市第二中学").periods()).hasSize(8);
        assertThat(byDefault.of("乐清市虹桥初级中学").periods()).hasSize(8);
        assertThat(byDefault.of("乐清市高级中学").periods()).hasSize(9);
        assertThat(byDefault.of("乐清市大荆学校")).isEqualTo(byDefault.of("乐清市云溪实验小学"));
        for (var name : List.of("小学", "中学", "高级中学")) {
            var periods = byDefault.of(name).periods();
            for (int next = 1; next < periods.size(); next++) {
                assertThat(periods.get(next).from())
                        .isAfter(periods.get(next - 1).to());
                assertThat(periods.get(next).number()).isEqualTo(next + 1);
            }
        }
    }

    private static Period period(int number, String from, String to) {
        return new Period(number, null, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static String print(PeriodPlace place) {
        return switch (place) {
            case PeriodPlace.In(var periods) ->
                periods.stream().map(period -> "" + period.number()).collect(Collectors.joining(" "));
            case PeriodPlace.Between(var before, var after) -> "between " + before.number() + " " + after.number();
            case PeriodPlace.BeforeAll(var first) -> "before " + first.number();
            case PeriodPlace.AfterAll(var last) -> "after " + last.number();
        };
    }
}
