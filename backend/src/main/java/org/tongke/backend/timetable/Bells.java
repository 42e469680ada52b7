package org.tongke.backend.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.term.Period;
import org.tongke.backend.term.SchoolBells;

/**
 * The bell schedules that a stretch of a timetable needs. Knows no store and no clock.
 *
 * @param ownSchools raw ids of the owner's schools
 * @param bySchool schedules by raw id of the school
 * @param zone where days begin
 */
record Bells(List<String> ownSchools, Map<String, SchoolBells> bySchool, ZoneId zone) {

    /** Raw ids of a viewer's schools, each once. */
    static List<String> schoolsOf(Viewer viewer) {
        return viewer.places().stream()
                .filter(place -> !place.isRegion())
                .map(PlaceKey::raw)
                .distinct()
                .toList();
    }

    /** Names of all schools of some activities, by raw id. */
    static Map<String, String> namesIn(Collection<Activity> activities) {
        var names = new HashMap<String, String>();
        activities.forEach(
                activity -> activity.schools().forEach(school -> names.put(school.schoolId(), school.name())));
        return names;
    }

    /** Where a place stands among the periods of each school of its activity, the owner's schools first. */
    List<SchoolPeriod> of(Place place) {
        return place.activity().schools().stream()
                .filter(school -> bySchool.containsKey(school.schoolId()))
                .sorted(Comparator.comparing(school -> !isOwn(school)))
                .map(school -> period(school, place.startsAt(), place.endsAt()))
                .toList();
    }

    private SchoolPeriod period(ActivitySchool school, Instant startsAt, Instant endsAt) {
        var start = startsAt.atZone(zone);
        var end = endsAt.atZone(zone);
        var isSameDay = start.toLocalDate().equals(end.toLocalDate());
        var schedule = Objects.requireNonNull(bySchool.get(school.schoolId())).on(start.toLocalDate());
        return new SchoolPeriod(
                school.name(),
                isOwn(school),
                schedule.place(start.toLocalTime(), isSameDay ? end.toLocalTime() : LocalTime.MAX));
    }

    private boolean isOwn(ActivitySchool school) {
        return ownSchools.contains(school.schoolId());
    }

    /** Periods of the owner's first school on a day; none if the owner is of no school. */
    List<Period> ofOwnSchool(LocalDate day) {
        return ownSchools.stream()
                .flatMap(id -> Stream.ofNullable(bySchool.get(id)))
                .findFirst()
                .map(bells -> bells.on(day).periods())
                .orElse(List.of());
    }
}
