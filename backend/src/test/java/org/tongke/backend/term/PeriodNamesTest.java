package org.tongke.backend.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.support.BackendTest;

@BackendTest
class PeriodNamesTest {
    private final PeriodNames names;

    @Autowired
    PeriodNamesTest(PeriodNames names) {
        this.names = names;
    }

    @ParameterizedTest
    @CsvSource({
        "09:50, 10:30, 第3节, period 3",
        "09:00, 10:30, 第2–3节, periods 2–3",
        "10:00, 13:00, 第3节、午间, 'period 3, 午间'",
        "09:40, 09:50, 第2、3节之间, between periods 2 and 3",
        "11:00, 11:40, 第3节与午间之间, between period 3 and 午间",
        "07:00, 07:40, 第1节前, before period 1",
        "14:00, 14:40, 放学后, after school"
    })
    void isCalled(LocalTime start, LocalTime end, String zh, String en) {
        var place = PeriodPlaceTest.DAY.place(start, end);
        assertThat(names.of(place, Locale.SIMPLIFIED_CHINESE)).isEqualTo(zh);
        assertThat(names.of(place, Locale.ENGLISH)).isEqualTo(en);
    }
}
