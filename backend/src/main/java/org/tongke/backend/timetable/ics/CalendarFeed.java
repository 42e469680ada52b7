package org.tongke.backend.timetable.ics;

/**
 * A timetable's feed for the calendars of its account.
 *
 * @param account raw id of the account
 * @param secret what the address ends with; whoever knows it may read the timetable
 * @param language BCP 47 tag of the language in which the feed speaks
 * @param revision how often it was written
 */
record CalendarFeed(String account, String secret, String language, long revision) {}
