package org.tongke.backend.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.replay.Stage.Reader;

/** What somebody wants to see: who never chose follows himself or herself, the community and the school. */
final class Wish {
    private final Reader reader;
    private final List<String> followed;
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> hiddenSeries = new HashSet<>();
    private final Set<String> added = new HashSet<>();
    private int edits;

    Wish(Reader reader) {
        this.reader = reader;
        followed = new ArrayList<>(List.of(
                taught(),
                "Community:" + reader.group().id(),
                "School:" + reader.school().id()));
    }

    void chooses(Step.Choice choice) {
        var thing = choice.thing();
        var lesson = thing.substring(thing.indexOf(':') + 1);
        var isNew = switch (choice.what()) {
            case FOLLOW -> !followed.contains(thing) && followed.add(thing);
            case UNFOLLOW -> followed.remove(thing);
            case HIDE -> hidden.add(lesson);
            case SHOW -> hidden.remove(lesson);
            case ADD -> added.add(lesson);
            case HIDE_SERIES -> hiddenSeries.add(thing);
        };
        edits += isNew ? 1 : 0;
    }

    /** How often a choice changed anything. */
    int edits() {
        return edits;
    }

    /** The channel of what one teaches oneself. */
    String taught() {
        return "Teacher:" + reader.teacher().id();
    }

    Reader reader() {
        return reader;
    }

    /** Whoever added one report added the lesson. */
    boolean isAdded(Lesson lesson) {
        return lesson.ids().stream().anyMatch(added::contains);
    }

    /** Whoever hid one report hid the lesson; what was added is shown although a series is hidden. */
    boolean isHidden(Lesson lesson) {
        return lesson.ids().stream().anyMatch(hidden::contains)
                || lesson.series().stream().anyMatch(hiddenSeries::contains) && !isAdded(lesson);
    }

    boolean isWanted(String channel) {
        return channel.equals(taught()) || followed.contains(channel);
    }

    /** Why a lesson is wanted on some channels; null if it is not. */
    @Nullable
    String reason(Lesson lesson, Set<String> channels) {
        if (channels.contains(taught())) {
            return "TEACHING";
        }
        if (isAdded(lesson)) {
            return "ADDED";
        }
        return channels.stream().anyMatch(followed::contains) ? "FOLLOWED" : null;
    }

    /** Those of some channels that are followed, as they were added. */
    List<String> via(Set<String> channels) {
        return followed.stream().filter(new TreeSet<>(channels)::contains).toList();
    }
}
