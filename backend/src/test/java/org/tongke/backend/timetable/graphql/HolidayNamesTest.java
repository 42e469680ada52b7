package org.tongke.backend.timetable.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.timetable.WeekDay;
import org.tongke.calendar.DayKind;
import org.tongke.calendar.Holidays;

/** A holiday of a notice without words would break the week that holds it. */
@BackendTest
class HolidayNamesTest {

    @Test
    void areThereForAllHolidaysOfAllNotices(@Autowired TimetableWords words) {
        var published = Holidays.published();
        var names = new TreeMap<String, String>();
        var years = published.years();
        LocalDate.of(years.first(), 1, 1)
                .datesUntil(LocalDate.of(years.last() + 1, 1, 1))
                .forEach(on -> {
                    var day = new WeekDay(on, published.of(on));
                    if (day.kind() instanceof DayKind.Holiday holiday) {
                        assertThat(words.name(day, Locale.SIMPLIFIED_CHINESE)).isEqualTo(holiday.name());
                        names.put(holiday.name(), String.valueOf(words.name(day, Locale.ENGLISH)));
                    }
                });
        assertThat(names).hasSize(7).allSatisfy((zh, en) -> assertThat(en).matches("[A-Z][A-Za-z -]+"));
    }
}
