package org.tongke.backend.timetable;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.who.Viewer;

/** The named parts of timetables: what others may ask and do. Each belongs to the account that asks. */
@Component
public class NamedTimetables {
    private final Following following;
    private final Channels channels;

    NamedTimetables(Following following, Channels channels) {
        this.following = following;
        this.channels = channels;
    }

    /** Those of the viewer, in the order in which they were made. */
    public List<NamedTimetable> list(Viewer viewer) {
        return following.of(viewer).named();
    }

    /** The channels of each, with their names. */
    public Map<NamedTimetable, List<Channel>> channels(Collection<NamedTimetable> ofNamed) {
        var keys = new HashSet<String>();
        ofNamed.forEach(one -> keys.addAll(one.channels()));
        var found = channels.findAll(keys);
        var each = new HashMap<NamedTimetable, List<Channel>>();
        ofNamed.forEach(one -> each.put(
                one,
                one.channels().stream()
                        .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                        .toList()));
        return each;
    }

    /**
     * Makes one, or puts other values in the place of those that it has. Repeating it changes nothing.
     *
     * @param id id that the client made for it
     * @param channelIds global ids of channels that the timetable follows, in any order
     * @throws RefusedException REQUIRED, TOO_LONG, MALFORMED; NOT_FOUND for a channel that is not followed; TIMETABLE_FULL
     */
    public NamedTimetable put(Viewer viewer, UUID id, String name, List<String> channelIds, boolean withOwn) {
        var keys = channelIds.stream()
                .map(channel -> Channels.findKey(channel).orElseThrow(NamedTimetables::noSuchChannel))
                .distinct()
                .toList();
        var named = new NamedTimetable(
                id.toString(), Values.text("name", name, NamedTimetable.LONGEST_NAME), keys, withOwn);
        following.edit(
                viewer,
                before -> before.with(with(before, named)),
                new FieldChange(TimetableDocument.NAMED, null, named.name()));
        return named;
    }

    private static List<NamedTimetable> with(Timetable before, NamedTimetable named) {
        if (!before.channels().containsAll(named.channels())) {
            throw noSuchChannel();
        }
        if (before.named().stream().anyMatch(one -> one.id().equals(named.id()))) {
            return before.named().stream()
                    .map(one -> one.id().equals(named.id()) ? named : one)
                    .toList();
        }
        if (before.named().size() >= NamedTimetable.MOST) {
            throw new RefusedException(Refusal.of(ErrorCode.TIMETABLE_FULL, List.of("id"), NamedTimetable.MOST));
        }
        return Stream.concat(before.named().stream(), Stream.of(named)).toList();
    }

    /** Takes one away; what it held stays in the timetable. Repeating it changes nothing. */
    public void remove(Viewer viewer, UUID id) {
        var raw = id.toString();
        following.edit(
                viewer,
                before -> before.with(before.named().stream()
                        .filter(one -> !one.id().equals(raw))
                        .toList()),
                new FieldChange(TimetableDocument.NAMED, raw, null));
    }

    private static RefusedException noSuchChannel() {
        return new RefusedException(Refusal.notFound("channelIds"));
    }
}
