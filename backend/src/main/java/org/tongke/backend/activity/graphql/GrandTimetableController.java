package org.tongke.backend.activity.graphql;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/** The grand timetable in the section "activity" of the schema. */
@Controller
class GrandTimetableController {
    private static final int LONGEST_WINDOW_DAYS = 30;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int MOST_VALUES = 50;

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
                    ids("Region", regionIds),
                    ids("School", schoolIds),
                    ids("Community", communityIds),
                    set(subjects, Function.identity()),
                    set(grades, Function.identity()),
                    set(kinds, Function.identity()),
                    set(suppliers, Function.identity()),
                    set(states, Function.identity()),
                    text == null ? "" : text);
        }

        /** An id that names nothing of this type finds nothing, like one that nobody gave. */
        private static Set<String> ids(String type, @Nullable List<String> ids) {
            return set(ids, id -> GlobalId.rawOrNobodys(type, id));
        }

        private static <T, R> Set<R> set(@Nullable List<T> values, Function<T, R> read) {
            if (values == null) {
                return Set.of();
            }
            if (values.size() > MOST_VALUES) {
                throw new RequestException(ErrorCode.BAD_REQUEST);
            }
            return values.stream().map(read).collect(Collectors.toSet());
        }
    }
}
