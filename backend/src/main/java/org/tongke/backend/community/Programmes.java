package org.tongke.backend.community;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;

/** The programmes that come with the product; on a server with demo data also one of the current year, marked as such. */
@Component
public class Programmes {
    private static final List<Integer> YEARS = List.of(2021);

    private final List<Programme> newestFirst;
    private final Clock clock;

    Programmes(Clock clock, @Value("${tongke.demo:false}") boolean demo) {
        this.clock = clock;
        var programmes = new ArrayList<>(YEARS.stream().map(ProgrammeFiles::get).toList());
        if (demo) {
            var newest = programmes.getLast();
            var thisYear = LocalDate.ofInstant(clock.instant(), newest.zone()).getYear();
            programmes.add(newest.asDemoYear(thisYear));
        }
        newestFirst = programmes.stream()
                .sorted(Comparator.comparing(Programme::from).reversed())
                .toList();
    }

    /** All programmes, the newest first. */
    public List<Programme> list() {
        return newestFirst;
    }

    /** The programme with a raw id. */
    public Optional<Programme> find(String id) {
        return newestFirst.stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst();
    }

    /** The programme that runs today, else the newest. */
    public Programme current() {
        return at(clock.instant());
    }

    /** The programme that something belongs to which happens then: the one that runs on that day, else the newest. */
    public Programme at(Instant instant) {
        return newestFirst.stream()
                .filter(programme -> programme.span().contains(instant))
                .findFirst()
                .orElse(newestFirst.getFirst());
    }

    /** The programme with a global id, or the current one if none is given; empty if the id names none. */
    public Optional<Programme> findOrCurrent(@Nullable String globalId) {
        return globalId == null
                ? Optional.of(current())
                : GlobalId.rawOf("Programme", globalId).flatMap(this::find);
    }
}
