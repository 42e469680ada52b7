package org.tongke.backend.timetable.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final TimeZone OF_THE_MACHINE = TimeZone.getDefault();

    @AfterEach
    void zoneOfTheMachine() {
        TimeZone.setDefault(OF_THE_MACHINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York"})
    void isTheSameInEveryZoneOfTheServer(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(CalendarFile.of("我的课表", List.of(lesson(false), own()), SHANGHAI))
                .isEqualToNormalizingNewlines("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Tongke//Timetable//ZH
                        METHOD:PUBLISH
                        NAME:我的课表
                        X-WR-CALNAME:我的课表
                        X-WR-TIMEZONE:Asia/Shanghai
                        X-PUBLISHED-TTL:PT15M
                        REFRESH-INTERVAL;VALUE=DURATION:PT15M
                        BEGIN:VTIMEZONE
                        TZID:Asia/Shanghai
                        BEGIN:STANDARD
                        DTSTART:19700101T000000
                        TZOFFSETFROM:+0800
                        TZOFFSETTO:+0800
                        END:STANDARD
                        END:VTIMEZONE
                        BEGIN:VEVENT
                        UID:demo-1@tongke
                        SEQUENCE:2
                        DTSTAMP:20261124T010000Z
                        LAST-MODIFIED:20261124T010000Z
                        DTSTART;TZID=Asia/Shanghai:20261125T083000
                        DTEND;TZID=Asia/Shanghai:20261125T091000
                        SUMMARY:数学；二次函数\\, 与竹坞村小学同上
                        LOCATION:同步课堂教室1
                        DESCRIPTION:乐清市云溪实验小学、乐清市竹坞村小学\\n林晓岚 主讲
                        URL:https://lessons.example.org/join/1?a=1&b=2
                        STATUS:CONFIRMED
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:own-1@tongke
                        SEQUENCE:1
                        DTSTAMP:20261124T010000Z
                        LAST-MODIFIED:20261124T010000Z
                        DTSTART;TZID=Asia/Shanghai:20261124T160000
                        DTEND;TZID=Asia/Shanghai:20261124T170000
                        SUMMARY:教研组会
                        STATUS:CONFIRMED
                        RRULE:FREQ=WEEKLY;UNTIL=20261229T155959Z
                        END:VEVENT
                        END:VCALENDAR
                        """);
    }

    private static CalendarEvent lesson(boolean cancelled) {
        return new CalendarEvent(
                "demo-1@tongke",
                2,
                Instant.parse("2026-11-24T01:00:00Z"),
                Instant.parse("2026-11-25T00:30:00Z"),
                Instant.parse("2026-11-25T01:10:00Z"),
                "数学；二次函数, 与竹坞村小学同上",
                "同步课堂教室1",
                "乐清市云溪实验小学、乐清市竹坞村小学\n林晓岚 主讲",
                "https://lessons.example.org/join/1?a=1&b=2",
                cancelled,
                false,
                null);
    }

    private static CalendarEvent own() {
        return new CalendarEvent(
                "own-1@tongke",
                1,
                Instant.parse("2026-11-24T01:00:00Z"),
                Instant.parse("2026-11-24T08:00:00Z"),
                Instant.parse("2026-11-24T09:00:00Z"),
                "教研组会",
                null,
                null,
                null,
                false,
                true,
                LocalDate.of(2026, 12, 29));
    }
}
