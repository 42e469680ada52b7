package org.tongke.backend.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;

/** The activities: what others may ask and do. */
@Component
public class Activities {
    /** Name of the list of a community's activities for page requests. */
    public static final String LIST = "activities";

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** Most that can have attended. */
    public static final int MOST_ATTENDED = 100_000;

    /** Each failed attempt means that another write came through; so many in a row mean that something is wrong. */
    private static final int ATTEMPTS = 50;

    private final ActivityStore store;
    private final Sounds sounds;
    private final Clock clock;

    Activities(ActivityStore store, Sounds sounds, Clock clock) {
        this.store = store;
        this.sounds = sounds;
        this.clock = clock;
    }

    /** The activity with a raw id. */
    public Optional<Activity> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /** Activities by raw id; those that are not there are missing. One round trip. */
    public Map<String, Activity> findAll(Collection<String> ids, Scope scope) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids, scope).stream().collect(Collectors.toMap(Activity::id, Function.identity()));
    }

    /**
     * Activities that stand, or stood before they were moved, on one of the channels in a window, in the order of their start;
     * each once. One round trip.
     *
     * @param from first instant of the window
     * @param to first instant after the window
     */
    public List<Activity> findByChannels(
            Collection<String> channels, Instant from, Instant to, int limit, Scope scope) {
        return channels.isEmpty() ? List.of() : store.findByChannels(channels, from, to, limit, scope);
    }

    /**
     * What {@link #findByChannels} finds, and some activities wherever they stand or stood in the window. One round trip.
     *
     * @param ids raw ids of these
     */
    public List<Activity> findWanted(
            Collection<String> channels, Collection<String> ids, Instant from, Instant to, int limit, Scope scope) {
        return channels.isEmpty() && ids.isEmpty()
                ? List.of()
                : store.findWanted(channels, ids, from, to, limit, scope);
    }

    /**
     * How many activities are to begin on one of the channels in a window, counted up to a limit. Those that were called off do
     * not count. One round trip.
     */
    public int countByChannels(Collection<String> channels, Instant from, Instant to, int limit, Scope scope) {
        return channels.isEmpty() ? 0 : store.countByChannels(channels, from, to, limit, scope);
    }

    /** Activities of a community that begin in a window, in the order of their start. One round trip. */
    public Connection<Activity> list(String communityId, Instant from, Instant to, PageRequest page, Scope scope) {
        var found = store.list(Community.channelOf(communityId), from, to, page, scope);
        return Connection.of(found, page, activity -> ActivityPlace.cursorOf(LIST, activity));
    }

    /**
     * Pages of several communities' activities. For all communities of which the same is asked two round trips, for a single one one.
     *
     * @return a page for each that is asked for
     */
    public Map<ActivityPage, Connection<Activity>> listEach(Collection<ActivityPage> pages) {
        var found = new HashMap<ActivityPage, Connection<Activity>>();
        pages.stream()
                .collect(Collectors.groupingBy(
                        ActivityPage::asked, Collectors.mapping(ActivityPage::communityId, Collectors.toSet())))
                .forEach((asked, ids) -> found.putAll(listEach(asked, ids)));
        return found;
    }

    private Map<ActivityPage, Connection<Activity>> listEach(ActivityPage.Asked asked, Set<String> communityIds) {
        if (communityIds.size() == 1) {
            var id = communityIds.iterator().next();
            return Map.of(new ActivityPage(id, asked), list(id, asked.from(), asked.to(), asked.page(), asked.scope()));
        }
        var channels = communityIds.stream().map(Community::channelOf).toList();
        var ids = store.listIds(channels, asked.from(), asked.to(), asked.page(), asked.scope());
        var found = findAll(ids.values().stream().flatMap(List::stream).toList(), asked.scope());
        return communityIds.stream()
                .collect(Collectors.toMap(
                        id -> new ActivityPage(id, asked),
                        id -> page(ids.getOrDefault(Community.channelOf(id), List.of()), found, asked.page())));
    }

    private static Connection<Activity> page(List<String> ids, Map<String, Activity> found, PageRequest page) {
        var activities = ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
        return Connection.of(activities, page, activity -> ActivityPlace.cursorOf(LIST, activity));
    }

    /** All activities of some communities that begin in a window, in the order of their start. One round trip. */
    public List<Activity> findByCommunities(Collection<String> communityIds, Instant from, Instant to, Scope scope) {
        var channels = communityIds.stream().map(Community::channelOf).toList();
        return channels.isEmpty() ? List.of() : store.findByChannels(channels, from, to, scope);
    }

    /**
     * Writes what suppliers report, the newest of each activity. Reports can come in any order and any number of times: the end
     * state is the same, as long as a revision stands for one content. What schools added stays. Two round trips, and two more
     * whenever somebody else wrote one of the activities in between.
     *
     * @param by the account, and the supplier's name as the history shows it
     * @return what became of each, in the same order
     */
    public List<ApplyOutcome> apply(List<ActivityReport> reports, Origin by) {
        var decided = new Reports(reports);
        for (int attempt = 0; !decided.open().isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new RequestException(ErrorCode.UNAVAILABLE);
            }
            var writes = decided.decide(store.findStored(decided.open()));
            learn(writes);
            if (!writes.isEmpty() && store.write(writes, by, clock.instant())) {
                decided.settle();
            }
        }
        return decided.outcomes();
    }

    private void learn(Collection<ActivityWrite> writes) {
        sounds.learn(writes.stream()
                .flatMap(write -> SearchedFor.textsOf(write.after()).stream())
                .toList());
    }

    /** Versions of the newest reports that were applied, by activity; those that are not there are missing. One round trip. */
    public Map<ActivityKey, ReportedVersion> findVersions(Collection<ActivityKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return store.findVersions(keys.stream().map(ActivityKey::id).toList()).entrySet().stream()
                .collect(Collectors.toMap(found -> ActivityKey.of(found.getKey()), Map.Entry::getValue));
    }

    /** Course series by raw id; those that no activity belongs to are missing. At most one round trip. */
    public Map<String, CourseSeries> findSeries(Collection<String> ids) {
        var channels = ids.stream()
                .map(id -> new ChannelKey(ChannelKey.Kind.SERIES, id).value())
                .toList();
        return channels.isEmpty() ? Map.of() : store.findSeries(channels);
    }

    /**
     * Says that an activity took place. Saying the same again changes nothing, whatever revision is expected.
     *
     * @param attended how many attended at all schools together, 0 to {@link #MOST_ATTENDED}
     * @param expectedRevision the activity's revision as it was read
     * @param viewer somebody of one of its schools, whose name the history shows
     * @param scope where the viewer may say so
     * @return the activity afterwards
     * @throws RefusedException OUT_OF_RANGE, NOT_FOUND, NOT_BEGUN, CANCELLED, REVISION_STALE
     */
    public Activity recordAttendance(String id, int attended, long expectedRevision, Viewer viewer, Scope scope) {
        if (attended < 0 || attended > MOST_ATTENDED) {
            throw refused(ErrorCode.OUT_OF_RANGE, "attended", 0, MOST_ATTENDED);
        }
        var before = store.find(id, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "activityId"));
        if (isSaid(before, attended)) {
            return before;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (before.state() == ActivityState.CANCELLED) {
            throw refused(ErrorCode.CANCELLED, "activityId");
        }
        if (!before.hasBegun(now)) {
            throw refused(ErrorCode.NOT_BEGUN, "activityId");
        }
        if (before.revision() != expectedRevision) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        var said = new Attendance(attended, now);
        return store.writeAttendance(before, said, originOf(viewer, before), scope)
                // somebody else wrote in between: perhaps this viewer, twice at once
                .or(() -> store.find(id, scope).filter(written -> isSaid(written, attended)))
                .orElseThrow(() -> refused(ErrorCode.REVISION_STALE, "expectedRevision"));
    }

    /**
     * Says of many activities that they took place, as where a school's own list is brought over. What somebody has said already stays, and
     * so does what has not begun or is cancelled. Two round trips.
     *
     * @param attended how many attended, by the activity's raw id
     */
    public void recordAttendances(Map<String, Integer> attended, Origin by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var said = findAll(attended.keySet(), Scope.EVERYWHERE).values().stream()
                .filter(activity -> activity.attendance() == null && activity.takesAttendance(now))
                .toList();
        if (!said.isEmpty()) {
            store.writeAttendances(said, activity -> new Attendance(attended.getOrDefault(activity.id(), 0), now), by);
        }
    }

    private static boolean isSaid(Activity activity, int attended) {
        return activity.attendance() != null && activity.attendance().attended() == attended;
    }

    /** The account is kept for the audit; the history shows the school's name. */
    static Origin originOf(Viewer viewer, Activity activity) {
        var school = activity.schools().stream()
                .filter(taking -> viewer.places().contains(PlaceKey.school(taking.schoolId())))
                .findFirst();
        return new Origin(
                viewer.requireAccount(), school.map(ActivitySchool::name).orElse(viewer.name()), "graphql");
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
