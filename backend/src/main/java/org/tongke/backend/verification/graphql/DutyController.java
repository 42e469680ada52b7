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
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.RosterStanding;
import org.tongke.backend.community.RosterStandings;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.deadline.Duties;
import org.tongke.backend.verification.deadline.Duty;
import org.tongke.backend.verification.deadline.RegionStanding;
import org.tongke.backend.verification.graphql.RegionProgressController.StandingKey;
import reactor.core.publisher.Mono;

/**
 * What must be done by when in a region, in the section "verification" of the schema. Who may see it is decided by the guard, from the
 * places of the region.
 */
@Controller
class DutyController {
    private static final String PREFIX = "verification.duty.";

    private final Programmes programmes;
    private final RosterStandings rosters;
    private final Regions regions;
    private final Texts texts;
    private final Clock clock;

    DutyController(
            Programmes programmes,
            ObjectProvider<RosterStandings> rosters,
            Regions regions,
            Texts texts,
            Clock clock,
            BatchLoaderRegistry loaders) {
        this.programmes = programmes;
        this.rosters = rosters.getIfAvailable(() -> RosterStandings.NONE);
        this.regions = regions;
        this.texts = texts;
        this.clock = clock;
        loaders.<RosterKey, RosterDates>forName("rosterDates")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> rosterDates(keys)));
    }

    @SchemaMapping
    CompletableFuture<List<Duty>> duties(
            Region region,
            @Argument @Nullable String programmeId,
            DataLoader<StandingKey, RegionStanding> regionStandings,
            DataLoader<RosterKey, RosterDates> rosterDates) {
        return programmes
                .findOrCurrent(programmeId)
                .map(programme -> duties(programme, place(region), regionStandings, rosterDates))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    /** How regions stand is looked up together with what else of the question asks for it. */
    private CompletableFuture<List<Duty>> duties(
            Programme programme,
            Duties.Place place,
            DataLoader<StandingKey, RegionStanding> standings,
            DataLoader<RosterKey, RosterDates> rosterDates) {
        var codes = Stream.concat(place.cities().stream(), place.counties().stream())
                .distinct()
                .toList();
        var stand = standings.loadMany(codes.stream()
                .map(code -> new StandingKey(programme.id(), null, code))
                .toList());
        var lists = rosterDates.load(new RosterKey(programme.id(), place));
        var today = AsOf.of(null, programme.zone(), clock.instant()).day();
        return stand.thenCombine(lists, (found, dates) -> {
            var byCode = new HashMap<String, RegionStanding>();
            for (int index = 0; index < codes.size(); index++) {
                byCode.put(codes.get(index), found.get(index));
            }
            return new Duties(programme, today, byCode, dates.counties(), dates.rollUps()).of(place);
        });
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

    /** Two round trips for each programme, whatever the number of regions. */
    private Map<RosterKey, RosterDates> rosterDates(Set<RosterKey> keys) {
        var found = new HashMap<RosterKey, RosterDates>();
        keys.stream().collect(Collectors.groupingBy(RosterKey::programmeId)).forEach((programmeId, some) -> {
            var counties = new HashSet<String>();
            var cities = new HashSet<String>();
            some.forEach(key -> {
                counties.addAll(key.place().counties());
                cities.addAll(key.place().cities());
            });
            var dates = new RosterDates(rosters.counties(programmeId, counties), rosters.rollUps(programmeId, cities));
            some.forEach(key -> found.put(key, dates));
        });
        return found;
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

    record RosterKey(String programmeId, Duties.Place place) {}

    /**
     * When lists came.
     *
     * @param counties how the lists of counties stand, by code
     * @param rollUps when cities sent the lists on, by code
     */
    record RosterDates(Map<String, RosterStanding> counties, Map<String, LocalDate> rollUps) {}
}
