package org.tongke.backend.timetable;

/**
 * How an activity stands in a timetable.
 *
 * @param added whether it was added by itself
 * @param hidden whether it was hidden by itself
 * @param seriesHidden whether its series was hidden
 * @param shown whether it is wanted for any reason and not hidden
 */
public record Standing(boolean added, boolean hidden, boolean seriesHidden, boolean shown) {}
