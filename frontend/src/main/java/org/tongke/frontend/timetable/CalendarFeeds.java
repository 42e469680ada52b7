package org.tongke.frontend.timetable;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.CalendarFeedGraphQLQuery;
import org.tongke.frontend.contract.client.CalendarFeedProjectionRoot;
import org.tongke.frontend.contract.client.CloseCalendarFeedGraphQLQuery;
import org.tongke.frontend.contract.client.CloseCalendarFeedProjectionRoot;
import org.tongke.frontend.contract.client.OpenCalendarFeedGraphQLQuery;
import org.tongke.frontend.contract.client.OpenCalendarFeedProjectionRoot;
import org.tongke.frontend.contract.types.CalendarFeed;
import org.tongke.frontend.contract.types.CloseCalendarFeedPayload;
import org.tongke.frontend.contract.types.OpenCalendarFeedPayload;

/** The feed of one's own timetable for calendars. Every command can be repeated. */
@Component
public class CalendarFeeds {
    private final Backend backend;

    public CalendarFeeds(Backend backend) {
        this.backend = backend;
    }

    /** The feed's secret address; empty as long as it is closed. */
    Optional<String> findAddress() {
        var wanted = new CalendarFeedProjectionRoot<>();
        wanted.url();
        var query = CalendarFeedGraphQLQuery.newRequest().build();
        return Optional.ofNullable(
                backend.get(query, wanted, CalendarFeed.class).getUrl());
    }

    /** Opens the feed. */
    void open() {
        var wanted = new OpenCalendarFeedProjectionRoot<>();
        wanted.feed().url();
        backend.get(OpenCalendarFeedGraphQLQuery.newRequest().build(), wanted, OpenCalendarFeedPayload.class);
    }

    /** Closes the feed: its address is good for nothing any more. */
    void close() {
        var wanted = new CloseCalendarFeedProjectionRoot<>();
        wanted.feed().url();
        backend.get(CloseCalendarFeedGraphQLQuery.newRequest().build(), wanted, CloseCalendarFeedPayload.class);
    }
}
