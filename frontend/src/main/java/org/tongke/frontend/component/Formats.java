package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days, times and shares as the page's language writes them. Instants are shown in the zone that the backend gave them. */
public final class Formats {
    private Formats() {}

    /** A day, as in {@code 3月15日 周一}; of another year with it. */
    public static String day(OffsetDateTime at) {
        return format("shell.format.day", at.toLocalDate(), at);
    }

    /** The same for a day without a time. */
    public static String day(LocalDate on) {
        return format("shell.format.day", on, on);
    }

    /** A day, as in {@code 6月30日}; of another year with it. */
    public static String date(LocalDate on) {
        return format("shell.format.date", on, on);
    }

    /** A time of day, as in {@code 10:20}. */
    public static String time(OffsetDateTime at) {
        return format("shell.format.time", at);
    }

    /** From when to when, as in {@code 3月15日 周一 10:20–11:00}. */
    public static String span(OffsetDateTime from, OffsetDateTime to) {
        var end = from.toLocalDate().equals(to.toLocalDate()) ? time(to) : day(to) + " " + time(to);
        return day(from) + " " + time(from) + "–" + end;
    }

    /** When the figures of a page were so, as in {@code 数据截至 10:20}. */
    public static String asOf(OffsetDateTime at) {
        return text("shell.asOf", time(at));
    }

    /** A share, as in {@code 30%}. */
    public static String percent(double share) {
        return NumberFormat.getPercentInstance(Language.current().locale()).format(share);
    }

    /** With its year, where that is not this one. */
    private static String format(String pattern, LocalDate day, TemporalAccessor when) {
        return format(day.getYear() == Today.on().getYear() ? pattern : pattern + ".year", when);
    }

    private static String format(String pattern, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(text(pattern), Language.current().locale())
                .format(when);
    }

    /** What there is of some words, side by side. */
    public static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
