package org.tongke.backend.timetable;

import java.time.LocalDate;
import org.tongke.calendar.DayKind;

/**
 * A day of a week.
 *
 * @param on the day
 * @param kind what the calendar says of it
 */
public record WeekDay(LocalDate on, DayKind kind) {}
