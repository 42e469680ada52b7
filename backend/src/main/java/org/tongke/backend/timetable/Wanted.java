package org.tongke.backend.timetable;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;

/** Whether and why an activity is in a timetable. Knows no store and no clock. */
final class Wanted {
    private final Map<String, Integer> followed = new LinkedHashMap<>();
    private final Optional<String> taught;
    private final Selection selection;
    private final Set<String> added;
    private final List<NamedTimetable> named;

    /**
     * @param followed keys of channels in the order in which they were added, each once
     * @param taught key of the channel of what the owner teaches or attends; empty for an owner who is no known teacher
     * @param selection what is shown and hidden besides
     * @param named named parts of the timetable
     */
    Wanted(Collection<String> followed, Optional<String> taught, Selection selection, List<NamedTimetable> named) {
        this.named = List.copyOf(named);
        followed.forEach(channel -> this.followed.put(channel, this.followed.size()));
        this.taught = taught;
        this.selection = selection;
        added = Set.copyOf(
                selection.added().stream().map(Selection.Picked::id).distinct().toList());
    }

    /** Keys of all channels on which activities are wanted, each once; the owner's own first. */
    List<String> channels() {
        return Stream.concat(taught.stream(), followed.keySet().stream())
                .distinct()
                .toList();
    }

    /** Key of the channel of what the owner teaches or attends; empty for an owner who is no known teacher. */
    Optional<String> taught() {
        return taught;
    }

    /** Raw ids of activities that are wanted wherever they stand. */
    Set<String> added() {
        return added;
    }

    /** How many activities a query may find that are not shown. */
    int hiddenCount() {
        return selection.hidden().size();
    }

    boolean hides(Activity activity) {
        return selection.hides(activity);
    }

    boolean isAdded(Activity activity) {
        return activity.lessonIds().stream().anyMatch(added::contains);
    }

    /** Whether a channel is followed or the owner's own. */
    boolean isWanted(String channel) {
        return followed.containsKey(channel) || taught.equals(Optional.of(channel));
    }

    /** Why an activity is wanted that stands on some channels; empty if it is not. */
    Optional<EntryReason> findReason(Activity activity, Collection<String> channels) {
        if (taught.filter(channels::contains).isPresent()) {
            return Optional.of(EntryReason.TEACHING);
        }
        if (isAdded(activity)) {
            return Optional.of(EntryReason.ADDED);
        }
        return channels.stream().anyMatch(followed::containsKey) ? Optional.of(EntryReason.FOLLOWED) : Optional.empty();
    }

    /** Ids of the named parts that hold what is wanted for a reason and stands on some channels. */
    List<String> named(EntryReason reason, Collection<String> channels) {
        return named.stream()
                .filter(one -> one.holds(reason, channels))
                .map(NamedTimetable::id)
                .toList();
    }

    /** Those of some channels that are followed, in the order in which they were added. */
    List<String> via(Collection<String> channels) {
        return channels.stream()
                .filter(followed::containsKey)
                .distinct()
                .sorted(Comparator.comparing(channel -> Objects.requireNonNull(followed.get(channel))))
                .limit(WeekEntry.MOST_VIA)
                .toList();
    }
}
