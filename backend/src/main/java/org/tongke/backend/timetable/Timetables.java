package org.tongke.backend.timetable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.calendar.Holidays;
import org.tongke.calendar.InstantRange;
import org.tongke.calendar.SchoolWeek;

/** The timetables: what others may ask and do. Each belongs to the account that asks. */
@Component
public class Timetables {
    /** First year of which a week can be asked. */
    public static final int FIRST_YEAR = 2000;

    /** Last year of which a week can be asked. */
    public static final int LAST_YEAR = 2100;

    /** What is counted for a preview: today and the six days after it. */
    private static final int COUNTED_DAYS = 7;

    /** How far a preview looks for the next activities. */
    private static final int SEARCHED_DAYS = 28;

    /** More than a preview shows, since cancelled activities and ones that were moved away are found with them. */
    private static final int SEARCHED = 50;

    private final Following following;
    private final Stretches stretches;
    private final Channels channels;
    private final Activities activities;
    private final Clock clock;
    private final ZoneId zone;
    private final Holidays holidays = Holidays.published();

    Timetables(
            Following following,
            Stretches stretches,
            Channels channels,
            Activities activities,
            Clock clock,
            ZoneId zone) {
        this.following = following;
        this.stretches = stretches;
        this.channels = channels;
        this.activities = activities;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The week that contains a day, in a constant number of round trips.
     *
     * @param day a day of the years from {@value #FIRST_YEAR} to {@value #LAST_YEAR}; today if empty
     * @throws RequestException BAD_REQUEST
     */
    public Week week(Viewer viewer, Optional<LocalDate> day) {
        day.ifPresent(Timetables::check);
        return week(viewer, following.of(viewer), day);
    }

    /** The week of a timetable that was just read. */
    Week week(Viewer viewer, Timetable timetable, Optional<LocalDate> day) {
        var asOf = clock.instant();
        var week = SchoolWeek.from(day.orElseGet(() -> LocalDate.ofInstant(asOf, zone)));
        var range = week.instants(zone);
        var stretch = stretches.of(viewer, timetable, range, Week.MOST_ENTRIES);
        return new Week(
                week.monday(),
                week.days().stream().map(on -> new WeekDay(on, holidays.of(on))).toList(),
                stretch.periods(),
                stretch.entries(),
                stretch.ownEntries(),
                timetable.named(),
                timetable.channels().size(),
                asOf);
    }

    /**
     * What stands in any stretch of time, in a constant number of round trips.
     *
     * @param most how many entries at most
     */
    public Stretch stretch(Viewer viewer, InstantRange range, int most) {
        return stretches.of(viewer, following.of(viewer), range, most);
    }

    /** Channels that the timetable follows, in the order in which they were added. */
    public List<Channel> channels(Viewer viewer) {
        var followed = following.of(viewer).channels();
        var names = channels.findAll(followed);
        return followed.stream()
                .flatMap(key -> Optional.ofNullable(names.get(key)).stream())
                .toList();
    }

    /** What of each activity can be followed. */
    public Map<Activity, List<Channel>> channels(List<Activity> ofActivities) {
        return channels.findEach(ofActivities);
    }

    /**
     * What following a channel would bring; empty if there is no such channel.
     *
     * @param channelId global id of a community or school
     */
    public Optional<FollowPreview> preview(Viewer viewer, String channelId) {
        return Channels.findKey(channelId)
                .flatMap(key -> channels.find(key).map(channel -> preview(key, channel, following.of(viewer))));
    }

    /**
     * Adds a channel to the timetable. Repeating it changes nothing.
     *
     * @param channelId global id of a community or school
     * @throws RefusedException NOT_FOUND, FOLLOW_LIMIT
     */
    public FollowPreview follow(Viewer viewer, String channelId) {
        return edit(viewer, channelId, following::add);
    }

    /**
     * Takes a channel out of the timetable. Repeating it changes nothing.
     *
     * @param channelId global id of a community or school
     * @throws RefusedException NOT_FOUND
     */
    public FollowPreview unfollow(Viewer viewer, String channelId) {
        return edit(viewer, channelId, following::remove);
    }

    private FollowPreview edit(Viewer viewer, String channelId, BiFunction<Viewer, String, Timetable> edit) {
        var key = Channels.findKey(channelId).orElseThrow(Timetables::noSuchChannel);
        var channel = channels.find(key).orElseThrow(Timetables::noSuchChannel);
        return preview(key, channel, edit.apply(viewer, key));
    }

    private FollowPreview preview(String key, Channel channel, Timetable timetable) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var counted = InstantRange.ofDays(today, today.plusDays(COUNTED_DAYS - 1), zone);
        var searched = new InstantRange(
                now,
                InstantRange.ofDays(today, today.plusDays(SEARCHED_DAYS - 1), zone)
                        .until());
        var next =
                activities
                        .findByChannels(List.of(key), searched.from(), searched.until(), SEARCHED, Scope.EVERYWHERE)
                        .stream()
                        .filter(activity -> activity.channels().contains(key) && searched.contains(activity.startsAt()))
                        .filter(activity -> activity.state() == ActivityState.PLANNED)
                        .limit(FollowPreview.MOST_NEXT)
                        .toList();
        var count = activities.countByChannels(
                List.of(key), counted.from(), counted.until(), FollowPreview.MOST_COUNTED, Scope.EVERYWHERE);
        return new FollowPreview(channel, timetable.channels().contains(key), count, next);
    }

    private static void check(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new RequestException(ErrorCode.BAD_REQUEST);
        }
    }

    private static RefusedException noSuchChannel() {
        return new RefusedException(Refusal.notFound("channelId"));
    }
}
