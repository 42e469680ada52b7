package org.tongke.backend.timetable.graphql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.ics.CalendarFeeds;

/** The calendar feed in the section "timetable" of the schema. */
@Controller
class CalendarFeedQueries {
    private final CalendarFeeds feeds;

    CalendarFeedQueries(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @QueryMapping
    CalendarFeed calendarFeed(Viewer viewer) {
        return new CalendarFeed(feeds.find(viewer).orElse(null));
    }

    @MutationMapping
    OpenCalendarFeedPayload openCalendarFeed(Viewer viewer, Locale locale) {
        return new OpenCalendarFeedPayload(new CalendarFeed(feeds.open(viewer, locale)));
    }

    @MutationMapping
    CloseCalendarFeedPayload closeCalendarFeed(Viewer viewer) {
        feeds.close(viewer);
        return new CloseCalendarFeedPayload(new CalendarFeed(null));
    }

    record CalendarFeed(@Nullable String url) {}

    record OpenCalendarFeedPayload(CalendarFeed feed) {}

    record CloseCalendarFeedPayload(CalendarFeed feed) {}
}
