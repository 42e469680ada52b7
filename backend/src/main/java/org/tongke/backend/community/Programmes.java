package org.tongke.backend.community;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.directory.Regions;

/**
 * The programmes that come with the product and those that the operator adds as files; on a server with demo data also one of the current
 * year, marked as such.
 */
@Component
public class Programmes {
    private static final List<Integer> YEARS = List.of(2021);

    private final List<Programme> newestFirst;
    private final Clock clock;

    /** @param folder an operator's own programmes, a folder for each year; empty for none */
    @Autowired
    Programmes(
            Clock clock,
            @Value("${tongke.demo:false}") boolean demo,
            @Value("${tongke.programmes:}") String folder,
            Regions regions) {
        this(
                clock,
                demo,
                folder.isBlank() ? List.of() : ProgrammeFiles.in(Path.of(folder)),
                code -> regions.find(code).isPresent());
    }

    /**
     * @param own programmes of the operator
     * @param isRegion whether a code is one of a region
     */
    Programmes(Clock clock, boolean demo, List<Programme> own, Predicate<String> isRegion) {
        this.clock = clock;
        var programmes = new ArrayList<>(YEARS.stream().map(ProgrammeFiles::get).toList());
        programmes.addAll(own);
        check(programmes, isRegion);
        var newest = programmes.getLast();
        var thisYear = LocalDate.ofInstant(clock.instant(), newest.zone()).getYear();
        if (demo && newest.year() < thisYear) {
            programmes.add(newest.asDemoYear(thisYear));
        }
        newestFirst = programmes.stream()
                .sorted(Comparator.comparing(Programme::from).reversed())
                .toList();
    }

    private static void check(List<Programme> programmes, Predicate<String> isRegion) {
        var ids = new HashSet<String>();
        for (var programme : programmes) {
            if (!ids.add(programme.id())) {
                throw new IllegalArgumentException("there are two programmes of " + programme.id());
            }
            for (var row : programme.targets().rows()) {
                if (!isRegion.test(row.regionCode())) {
                    throw new IllegalArgumentException("the programme of " + programme.id()
                            + " has targets of a region that is unknown: " + row.regionCode());
                }
            }
        }
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
