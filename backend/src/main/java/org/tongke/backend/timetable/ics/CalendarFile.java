package org.tongke.backend.timetable.ics;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/** Events as a file in iCalendar form (RFC 5545). The same events always give the same text. */
final class CalendarFile {
    /** How often a calendar should ask again. */
    private static final int REFRESH_MINUTES = 15;

    private static final DateTimeComponents LONG_AGO = new DateTimeComponents(1970, 1, 1, 0, 0, 0, false);

    private CalendarFile() {}

    /**
     * The file.
     *
     * @param name name of the calendar, for a person
     * @param zone zone of all times; one without summer time, as China's is today
     */
    static String of(String name, List<CalendarEvent> events, ZoneId zone) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Tongke//Timetable//ZH");
        calendar.setMethod(Method.PUBLISH);
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setExperimentalProperty("X-WR-TIMEZONE", zone.getId());
        // RFC 7986 asks for the type, although there is no other
        calendar.setRefreshInterval(Duration.builder().minutes(REFRESH_MINUTES).build())
                .setParameter("VALUE", "DURATION");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT%dM".formatted(REFRESH_MINUTES));
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(zone), timezone(zone)));
        events.forEach(event -> calendar.addEvent(component(event, zone)));
        return Biweekly.write(calendar).go();
    }

    private static VTimezone timezone(ZoneId zone) {
        var offset = zone.getRules().getStandardOffset(Instant.EPOCH).getTotalSeconds();
        var utcOffset = new UtcOffset(TimeUnit.SECONDS.toMillis(offset));
        var standard = new StandardTime();
        standard.setDateStart(LONG_AGO);
        standard.setTimezoneOffsetFrom(utcOffset);
        standard.setTimezoneOffsetTo(utcOffset);
        var timezone = new VTimezone(zone.getId());
        timezone.addStandardTime(standard);
        return timezone;
    }

    private static VEvent component(CalendarEvent event, ZoneId zone) {
        var component = new VEvent();
        component.setUid(event.uid());
        component.setSequence(event.sequence());
        // of the last change, not of now: the file stays the same as long as nothing changes
        component.setDateTimeStamp(Date.from(event.changedAt()));
        component.setLastModified(Date.from(event.changedAt()));
        component.setDateStart(Date.from(event.startsAt()));
        component.setDateEnd(Date.from(event.endsAt()));
        component.setSummary(event.summary());
        component.setLocation(event.location());
        component.setDescription(event.description());
        component.setUrl(event.url());
        component.setStatus(event.cancelled() ? Status.cancelled() : Status.confirmed());
        if (event.weekly()) {
            component.setRecurrenceRule(weekly(event, zone));
        }
        return component;
    }

    private static Recurrence weekly(CalendarEvent event, ZoneId zone) {
        var rule = new Recurrence.Builder(Frequency.WEEKLY);
        if (event.lastOn() != null) {
            rule.until(Date.from(
                    event.lastOn().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1)));
        }
        return rule.build();
    }
}
