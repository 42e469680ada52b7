package org.tongke.backend.activity.graphql;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityCounts;
import org.tongke.backend.activity.ActivityFilter;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.GrandTimetable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/** The grand timetable in the section "activity" of the schema. */
@Controller
class GrandTimetableController {
    private static final int LONGEST_WINDOW_DAYS = 30;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final GrandTimetable timetable;
    private final ZoneId zone;

    GrandTimetableController(GrandTimetable timetable, ZoneId zone) {
        this.timetable = timetable;
        this.zone = zone;
    }

    @QueryMapping
    Connection<Activity> activities(
            @Argument FilterInput filter, @Argument int first, @Argument @Nullable String after, Scope scope) {
        var page = PageRequest.of(GrandTimetable.LIST, GrandTimetable.LIST_KEYS, first, after);
        return timetable.list(filter.read(zone), page, scope);
    }

    @QueryMapping
    ActivityCounts activityCounts(@Argument FilterInput filter, Scope scope) {
        return timetable.count(filter.read(zone), scope);
    }

    record FilterInput(
            LocalDate from,
            LocalDate to,
            @Nullable List<String> regionIds,
            @Nullable List<String> schoolIds,
            @Nullable List<String> communityIds,
            @Nullable List<String> subjects,
            @Nullable List<String> grades,
            @Nullable List<String> kinds,
            @Nullable List<String> suppliers,
            @Nullable List<ActivityState> states,
            @Nullable String text) {

        ActivityFilter read(ZoneId zone) {
            if (from.getYear() < FIRST_YEAR
                    || to.getYear() > LAST_YEAR
                    || to.isBefore(from)
                    || ChronoUnit.DAYS.between(from, to) > LONGEST_WINDOW_DAYS) {
                throw new RequestException(ErrorCode.BAD_REQUEST);
            }
            return new ActivityFilter(
                    from.atStartOfDay(zone).toInstant(),
                    to.plusDays(1).atStartOfDay(zone).toInstant(),
                    Asked.ids("Region", regionIds),
                    Asked.ids("School", schoolIds),
                    Asked.ids("Community", communityIds),
                    Asked.set(subjects),
                    Asked.set(grades),
                    Asked.set(kinds),
                    Asked.set(suppliers),
                    Asked.set(states),
                    text == null ? "" : text);
        }
    }
}
