package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks for a day in the page's language; days are written as in {@code 2026-04-15}, and weeks begin on Monday. */
public final class DayPicker extends DatePicker {
    public DayPicker(String label) {
        super(label);
        var locale = Language.current().locale();
        // the picker wants Sunday first, wherever its weeks begin
        var days = IntStream.range(0, 7).mapToObj(DayOfWeek.SUNDAY::plus).toList();
        setI18n(new DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdaysShort(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, locale))
                        .toList())
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
                .setToday(text("shell.day.today"))
                .setCancel(text("shell.day.cancel"))
                .setBadInputErrorMessage(text("shell.day.unreadable")));
    }
}
