package org.tongke.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The public holidays and make-up working days of the State Council's yearly notices. Immutable.
 *
 * <p>A year counts as decided when its own notice is known. Its last days can still change: the notice of the next year may take a day off
 * in December for 元旦, as those of 2023 and 2024 did.
 */
public final class Holidays {

    private static final String HEADER = "date,kind,name,notice_year";

    private final Map<LocalDate, DayKind> named;
    private final NavigableSet<Integer> years;

    private Holidays(Map<LocalDate, DayKind> named, NavigableSet<Integer> years) {
        this.named = named;
        this.years = years;
    }

    /** The notices that come with this module, 2021 to 2026. */
    public static Holidays published() {
        try (InputStream file = Holidays.class.getResourceAsStream("holidays-cn.csv")) {
            if (file == null) {
                throw new IllegalStateException("holidays-cn.csv is not in the module");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads notices from UTF-8 CSV with the header {@code date,kind,name,notice_year}; the caller closes the stream.
     *
     * @throws IllegalArgumentException naming the line, when it is not a day of a notice or repeats a date
     */
    public static Holidays read(InputStream csv) {
        return read(new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))
                .lines()
                .toList());
    }

    /** Reads notices from lines, the header first. As {@link #read(InputStream)}. */
    public static Holidays read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("line 1: expected " + HEADER);
        }
        var named = new HashMap<LocalDate, DayKind>();
        var years = new TreeSet<Integer>();
        for (int number = 2; number <= lines.size(); number++) {
            try {
                add(lines.get(number - 1).split(",", -1), named, years);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return new Holidays(Map.copyOf(named), Collections.unmodifiableNavigableSet(years));
    }

    private static void add(String[] cells, Map<LocalDate, DayKind> named, TreeSet<Integer> years) {
        if (cells.length != 4 || cells[2].isBlank()) {
            throw new IllegalArgumentException("expected " + HEADER);
        }
        DayKind kind = switch (cells[1]) {
            case "HOLIDAY" -> new DayKind.Holiday(cells[2]);
            case "MAKE_UP" -> new DayKind.MakeUp(cells[2]);
            default -> throw new IllegalArgumentException("neither HOLIDAY nor MAKE_UP: " + cells[1]);
        };
        var date = LocalDate.parse(cells[0]);
        if (kind instanceof DayKind.MakeUp && !isWeekend(date)) {
            throw new IllegalArgumentException(date + " is made up for but is a working day anyway");
        }
        if (named.put(date, kind) != null) {
            throw new IllegalArgumentException(date + " is named twice");
        }
        years.add(Integer.valueOf(cells[3]));
    }

    /** What kind of day it is. A day that a known notice names has its kind even when the rest of its year is not decided. */
    public DayKind of(LocalDate day) {
        var byNotice = named.get(day);
        if (byNotice != null) {
            return byNotice;
        }
        if (!years.contains(day.getYear())) {
            return new DayKind.Unknown();
        }
        return isWeekend(day) ? new DayKind.Weekend() : new DayKind.SchoolDay();
    }

    /** The years whose notice is known, earliest first. */
    public NavigableSet<Integer> years() {
        return years;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
