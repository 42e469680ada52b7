package org.tongke.backend.timetable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.term.BellSchedules;
import org.tongke.calendar.InstantRange;

/** Finds what stands in a stretch of a timetable, in a constant number of round trips. */
@Component
class Stretches {
    private final Following following;
    private final Channels channels;
    private final Activities activities;
    private final BellSchedules bellSchedules;
    private final Schools schools;
    private final ZoneId zone;

    Stretches(
            Following following,
            Channels channels,
            Activities activities,
            BellSchedules bellSchedules,
            Schools schools,
            ZoneId zone) {
        this.following = following;
        this.channels = channels;
        this.activities = activities;
        this.bellSchedules = bellSchedules;
        this.schools = schools;
        this.zone = zone;
    }

    /** What stands in a stretch of a viewer's timetable, which was just read. */
    Stretch of(Viewer viewer, Timetable timetable, InstantRange range, int most) {
        var wanted = following.wanted(viewer, timetable);
        var touching = activities.findWanted(
                wanted.channels(),
                wanted.added(),
                range.from(),
                range.until(),
                most + wanted.hiddenCount(),
                Scope.EVERYWHERE);
        var places = WeekArrangement.arrange(touching, wanted, range, most);
        var bells = bells(viewer, places.stream().map(Place::activity).toList());
        return Stretch.of(
                places,
                ownEntries(timetable, range),
                namesOf(places, touching),
                bells,
                LocalDate.ofInstant(range.from(), zone),
                timetable.revision());
    }

    private List<OwnEntry> ownEntries(Timetable timetable, InstantRange range) {
        return timetable.own().plans().stream()
                .flatMap(plan -> plan.in(range, zone))
                .toList();
    }

    private Map<String, Channel> namesOf(List<Place> places, Collection<Activity> touching) {
        var keys = places.stream().flatMap(place -> place.via().stream()).collect(Collectors.toSet());
        return channels.findAll(keys, touching);
    }

    /** No round trip, or one where no activity names the owner's schools. */
    private Bells bells(Viewer viewer, List<Activity> shown) {
        var own = Bells.schoolsOf(viewer);
        var names = new HashMap<>(Bells.namesIn(shown));
        var unnamed = own.stream().filter(id -> !names.containsKey(id)).toList();
        if (!unnamed.isEmpty()) {
            schools.findAll(unnamed, Scope.EVERYWHERE)
                    .values()
                    .forEach(school -> names.put(school.id(), school.name()));
        }
        return new Bells(own, bellSchedules.findAll(names), zone);
    }
}
