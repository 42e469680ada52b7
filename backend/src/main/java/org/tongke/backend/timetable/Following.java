package org.tongke.backend.timetable;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ChannelKey;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;

/**
 * What an account follows, and how that is edited.
 *
 * <p>A timetable whose owner never chose what to follow follows the teacher whose account it is, the
 * communities of the account's schools and these schools, so that
 * a new teacher begins with a filled week. This is reckoned at each question, and so follows a school into a new community; the
 * first choice writes it down, and from then on only the teacher changes it. To hide, add or enter something is no such choice.
 */
@Component
class Following {
    /** How often an edit is tried anew when other devices of the account edit at the same moment. */
    private static final int ATTEMPTS = 50;

    private final TimetableStore store;
    private final Communities communities;
    private final Clock clock;

    Following(TimetableStore store, Communities communities, Clock clock) {
        this.store = store;
        this.communities = communities;
        this.clock = clock;
    }

    /** The timetable of an account. One round trip, or two as long as its owner never chose what to follow. */
    Timetable of(Viewer viewer) {
        var stored = store.find(viewer.requireAccount());
        return stored.filter(timetable -> timetable.following().chosen()).orElseGet(() -> {
            var channels = channelsOf(viewer);
            return stored.map(timetable -> timetable.followingByItself(channels))
                    .orElseGet(() -> Timetable.unedited(viewer.requireAccount(), channels));
        });
    }

    /** Whether and why an activity is in a timetable of a viewer. */
    Wanted wanted(Viewer viewer, Timetable timetable) {
        var taught = viewer.findTeacher().map(id -> ChannelKey.ofTeacher(id).value());
        return new Wanted(timetable.channels(), taught, timetable.selection(), timetable.named());
    }

    /** Adds a channel. Repeating it changes nothing. */
    Timetable add(Viewer viewer, String channel) {
        return edit(viewer, before -> before.with(channel), new FieldChange(TimetableDocument.CHANNELS, null, channel));
    }

    /** Takes a channel out. Repeating it changes nothing. */
    Timetable remove(Viewer viewer, String channel) {
        return edit(
                viewer, before -> before.without(channel), new FieldChange(TimetableDocument.CHANNELS, channel, null));
    }

    /**
     * Edits a timetable. An edit that changes nothing writes nothing.
     *
     * @param edit makes the next state of one; applied again whenever another device was faster
     * @return the timetable afterwards
     */
    Timetable edit(Viewer viewer, UnaryOperator<Timetable> edit, FieldChange change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = of(viewer);
            var after = edit.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (store.put(after.next(), change, Origin.of(viewer), clock.instant())) {
                return after.next();
            }
        }
        throw new IllegalStateException("timetable of " + viewer.requireAccount() + " is edited without end");
    }

    private List<String> channelsOf(Viewer viewer) {
        var schools = viewer.places().stream()
                .filter(place -> !place.isRegion())
                .distinct()
                .toList();
        return Stream.of(
                        viewer.findTeacher().stream().map(ChannelKey::ofTeacher).map(ChannelKey::value),
                        communitiesOf(schools).stream().map(Community::channel),
                        schools.stream().map(PlaceKey::value))
                .flatMap(channels -> channels)
                .limit(Timetable.MOST)
                .toList();
    }

    private List<Community> communitiesOf(List<PlaceKey> schools) {
        return schools.isEmpty()
                ? List.of()
                : communities.findBySchools(schools.stream().map(PlaceKey::raw).toList(), Scope.EVERYWHERE).stream()
                        .sorted(Comparator.comparing(Community::sortKey).thenComparing(Community::id))
                        .toList();
    }
}
