package org.tongke.backend.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.activity.Reporting;
import org.tongke.backend.activity.VacatedSlot;
import org.tongke.backend.community.Community;

/** A lesson of 40 minutes with what happens to it, in the order in which it happens. Times are written as in 2021-03-10 09:50. */
public final class Lesson {
    /** Zone of all days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final String id;
    private final List<VacatedSlot> vacated = new ArrayList<>();
    private String kind = "SYNCED_LESSON";
    private @Nullable String subject = "MATHEMATICS";
    private String community;
    private List<String> schools = List.of("城关一小", "山村小学");
    private Instant startsAt;
    private @Nullable Instant movedFrom;
    private ActivityState state = ActivityState.PLANNED;
    private ActivityDetails details = ActivityDetails.NONE;

    private Lesson(String id, String community, String time) {
        this.id = id;
        this.community = community;
        startsAt = at(time);
    }

    /** A lesson of a community at a time. */
    public static Lesson lesson(String id, String community, String time) {
        return new Lesson(id, community, time);
    }

    /** The instant of a time. */
    public static Instant at(String time) {
        return LocalDateTime.parse(time, TIME).atZone(ZONE).toInstant();
    }

    /** Online research without a subject instead. */
    public Lesson research() {
        kind = "ONLINE_RESEARCH";
        subject = null;
        return this;
    }

    /** The schools that take part; the name is the id. */
    public Lesson schools(String... names) {
        schools = List.of(names);
        return this;
    }

    /** The series that it belongs to; the name is the id. */
    public Lesson series(String name) {
        details = new ActivityDetails(null, new CourseSeries("platform", name, name, "平台"), List.of(), null, List.of());
        return this;
    }

    /** It was moved to another time. */
    public Lesson movedTo(String time) {
        return moved(community, at(time));
    }

    /** It was moved to another community, at its time. */
    public Lesson movedOver(String newCommunity) {
        return moved(newCommunity, startsAt);
    }

    /** It was moved to another community and time. */
    public Lesson moved(String newCommunity, String time) {
        return moved(newCommunity, at(time));
    }

    private Lesson moved(String newCommunity, Instant newStart) {
        leave();
        community = newCommunity;
        movedFrom = newStart.equals(startsAt) ? movedFrom : startsAt;
        startsAt = newStart;
        return this;
    }

    /** It was called off. */
    public Lesson cancelled() {
        state = ActivityState.CANCELLED;
        return this;
    }

    private void leave() {
        var channels = channels();
        channels.stream()
                .sorted()
                .map(channel -> new VacatedSlot(channel, startsAt, endsAt()))
                .forEach(vacated::addFirst);
    }

    private Set<String> channels() {
        var channels = schools.stream().map(name -> "school:" + name).collect(Collectors.toSet());
        channels.add(Community.channelOf(community));
        return channels;
    }

    private Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(40));
    }

    /** The lesson as it stands after all that. */
    public Activity activity() {
        return new Activity(
                new ActivityKey("platform", id),
                1,
                kind,
                "《" + id + "》",
                subject,
                null,
                startsAt,
                endsAt(),
                state,
                movedFrom,
                schools.stream()
                        .map(name -> new ActivitySchool(name, name, null))
                        .toList(),
                List.of(),
                community,
                community,
                "平台",
                null,
                details,
                null,
                List.of(),
                channels(),
                vacated,
                List.of(),
                Reporting.ALONE);
    }

    /** All of them as they stand. */
    static List<Activity> activities(Lesson... lessons) {
        return Arrays.stream(lessons).map(Lesson::activity).toList();
    }
}
