package org.tongke.backend.verification.graphql;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.RosterStandings;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.deadline.Duties;
import org.tongke.backend.verification.deadline.Duty;
import reactor.core.publisher.Mono;

/**
 * What must be done by when in a region, in the section "verification" of the schema. Who may see it is decided by the guard, from the
 * places of the region.
 */
@Controller
class DutyController {
    private static final String PREFIX = "verification.duty.";

    private final Programmes programmes;
    private final Progresses progresses;
    private final RosterStandings rosters;
    private final Regions regions;
    private final Texts texts;
    private final Clock clock;

    DutyController(
            Programmes programmes,
            Progresses progresses,
            ObjectProvider<RosterStandings> rosters,
            Regions regions,
            Texts texts,
            Clock clock,
            BatchLoaderRegistry loaders) {
        this.programmes = programmes;
        this.progresses = progresses;
        this.rosters = rosters.getIfAvailable(() -> RosterStandings.NONE);
        this.regions = regions;
        this.texts = texts;
        this.clock = clock;
        loaders.<DutyKey, List<Duty>>forName("regionDuties")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> duties(keys)));
    }

    @SchemaMapping
    CompletableFuture<List<Duty>> duties(
            Region region, @Argument @Nullable String programmeId, DataLoader<DutyKey, List<Duty>> regionDuties) {
        return programmes
                .findOrCurrent(programmeId)
                .map(programme -> regionDuties.load(new DutyKey(programme.id(), region.code())))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    @SchemaMapping
    int askedCount(Duty duty) {
        return duty.asked().size();
    }

    @SchemaMapping
    int doneCount(Duty duty) {
        return duty.asked().size() - duty.missing().size();
    }

    @SchemaMapping
    List<String> missing(Duty duty) {
        return duty.missing().stream().map(code -> regions.get(code).name()).toList();
    }

    @SchemaMapping
    String words(Duty duty, Locale locale) {
        var milestone = duty.milestone();
        var due = day(milestone.dueOn(), locale);
        if (duty.state() == Duty.State.DATE_ONLY || duty.state() == Duty.State.NOTHING_ASKED) {
            return texts.get(PREFIX + duty.state(), locale, due);
        }
        var done = duty.state() == Duty.State.DONE || duty.state() == Duty.State.DONE_LATE;
        var figures = duty.figures();
        if (!duty.own()) {
            var level = milestone.level() == Milestone.Level.CITY ? "cities" : "counties";
            return texts.get(PREFIX + level, locale, figures.present(), figures.needed(), due);
        }
        return texts.get(
                PREFIX + milestone.kind() + (done ? ".done" : ".open"),
                locale,
                due,
                figures.present(),
                figures.needed(),
                figures.doneOn() == null ? "" : day(figures.doneOn(), locale));
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(texts.get(PREFIX + "day", locale), locale)
                .format(day);
    }

    private Map<DutyKey, List<Duty>> duties(Set<DutyKey> keys) {
        var found = new HashMap<DutyKey, List<Duty>>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        DutyKey::programmeId, Collectors.mapping(DutyKey::regionCode, Collectors.toSet())))
                .forEach((programmeId, codes) -> {
                    var programme = programmes.find(programmeId).orElseThrow();
                    var places =
                            codes.stream().map(code -> place(regions.get(code))).toList();
                    var duties = duties(programme, places);
                    places.forEach(place -> found.put(new DutyKey(programmeId, place.code()), duties.of(place)));
                });
        return found;
    }

    /** All that is needed, whatever the number of regions: four round trips at most. */
    private Duties duties(Programme programme, List<Duties.Place> places) {
        var cities = new HashSet<String>();
        var counties = new HashSet<String>();
        places.forEach(place -> {
            cities.addAll(place.cities());
            counties.addAll(place.counties());
        });
        var all = new HashSet<>(cities);
        all.addAll(counties);
        var moment = AsOf.of(null, programme.zone(), clock.instant());
        return new Duties(
                programme,
                moment.day(),
                progresses.standings(programme, all, moment, Scope.EVERYWHERE),
                rosters.counties(programme.id(), counties),
                rosters.rollUps(programme.id(), cities));
    }

    private Duties.Place place(Region region) {
        if (region.parentCode() == null) {
            var cities = codes(regions.children(region.code()));
            var counties = new ArrayList<String>();
            cities.forEach(city -> counties.addAll(codes(regions.children(city))));
            return new Duties.Place(region.code(), Milestone.Level.PROVINCE, cities, counties);
        }
        return region.parentCode().equals(Regions.PROVINCE)
                ? new Duties.Place(
                        region.code(),
                        Milestone.Level.CITY,
                        List.of(region.code()),
                        codes(regions.children(region.code())))
                : new Duties.Place(region.code(), Milestone.Level.COUNTY, List.of(), List.of(region.code()));
    }

    private static List<String> codes(List<Region> some) {
        return some.stream().map(Region::code).toList();
    }

    record DutyKey(String programmeId, String regionCode) {}
}
