package org.tongke.backend.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongke.backend.replay.Report.Place;
import org.tongke.backend.replay.Report.Stood;

/**
 * A lesson, which one or several suppliers report.
 *
 * @param reports the one that is shown first
 * @param channels those of all its reports
 * @param left places that any of its reports left; where several report it, none is at the time at which all of them stand
 */
record Lesson(List<Report> reports, Set<String> channels, Map<Place, Stood> left) {

    static Lesson of(List<Report> reports) {
        return new Lesson(reports, channels(reports), left(reports));
    }

    Report shown() {
        return reports.getFirst();
    }

    Said now() {
        return shown().now();
    }

    String id() {
        return shown().id();
    }

    Instant startsAt() {
        return now().startsAt();
    }

    Set<String> ids() {
        return reports.stream().map(Report::id).collect(Collectors.toSet());
    }

    private static Set<String> channels(List<Report> reports) {
        var channels = new TreeSet<String>();
        reports.forEach(report -> channels.addAll(report.now().channels()));
        return channels;
    }

    private static Map<Place, Stood> left(List<Report> reports) {
        if (reports.size() == 1) {
            return reports.getFirst().left();
        }
        var startsAt = reports.getFirst().now().startsAt();
        var left = new HashMap<Place, Stood>();
        for (int index = 0; index < reports.size(); index++) {
            // what the one that is shown says of a place goes before what others say of it
            var rank = -1_000 * index;
            reports.get(index).left().forEach((place, until) -> {
                if (!place.startsAt().equals(startsAt)) {
                    left.putIfAbsent(place, new Stood(until.endsAt(), until.write() + rank));
                }
            });
        }
        return left;
    }

    Set<String> series() {
        return channels().stream()
                .filter(channel -> channel.startsWith("CourseSeries:"))
                .collect(Collectors.toSet());
    }
}
