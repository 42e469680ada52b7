package org.tongke.calendar;

/** What the State Council's notices and the week make of a day. */
public sealed interface DayKind {

    /** An ordinary working day, Monday to Friday. */
    record SchoolDay() implements DayKind {}

    /** A Saturday or Sunday that no notice names. */
    record Weekend() implements DayKind {}

    /**
     * A day off by notice.
     *
     * @param name the holiday, in Chinese, such as 春节
     */
    record Holiday(String name) implements DayKind {}

    /**
     * A weekend day that is worked (调休补班). Which day's timetable runs on it is each school's decision.
     *
     * @param name the holiday it makes up for, in Chinese
     */
    record MakeUp(String name) implements DayKind {}

    /** A day of a year whose notice is not known: neither working nor free is decided yet. */
    record Unknown() implements DayKind {}
}
