/**
 * One's own timetable for the calendar of a phone: a feed in iCalendar form (RFC 5545) at a secret address. Owns the collection
 * {@code calendarFeeds}.
 */
@NullMarked
package org.tongke.backend.timetable.ics;

import org.jspecify.annotations.NullMarked;
