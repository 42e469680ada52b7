package org.tongke.backend.timetable;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.ChangesAsked;
import org.tongke.backend.base.who.Viewer;

/** Which changes of activities concern a timetable: those of what it shows by now, where that stood and where it stands. */
@Component
public class WantedChanges {
    /** How long changes are told. */
    public static final Duration TOLD = Duration.ofDays(28);

    private static final String INSIDE = "Activity.joinUrl";

    private final Following following;
    private final WhoMay whoMay;
    private final Clock clock;

    WantedChanges(Following following, WhoMay whoMay, Clock clock) {
        this.following = following;
        this.whoMay = whoMay;
        this.clock = clock;
    }

    /** What is to be asked for. One round trip, or two as long as its owner never chose what to follow. */
    public ChangesAsked of(Viewer viewer) {
        var timetable = following.of(viewer);
        var wanted = following.wanted(viewer, timetable);
        var selection = timetable.selection();
        return new ChangesAsked(
                wanted.channels(),
                wanted.added(),
                selection.hidden().stream().map(Selection.Picked::id).collect(Collectors.toSet()),
                selection.hiddenSeries().stream().collect(Collectors.toSet()),
                wanted.taught(),
                whoMay.permission(INSIDE, viewer).scope(),
                timetable.account(),
                clock.instant().minus(TOLD));
    }
}
