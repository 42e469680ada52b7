package org.tongke.backend.community.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.RosterStanding;
import org.tongke.backend.community.RosterStandings;
import org.tongke.backend.directory.Regions;

/** Tells those who watch the dates of a programme how rosters stand. */
@Component
class KeptRosters implements RosterStandings {
    private final RosterStore store;
    private final Programmes programmes;
    private final Regions regions;

    KeptRosters(RosterStore store, Programmes programmes, Regions regions) {
        this.store = store;
        this.programmes = programmes;
        this.regions = regions;
    }

    @Override
    public Map<String, RosterStanding> counties(String programmeId, Collection<String> countyCodes) {
        var zone = zoneOf(programmeId);
        return find(programmeId, countyCodes).stream()
                .collect(Collectors.toMap(roster -> roster.id().county(), roster -> standing(roster, zone)));
    }

    private static RosterStanding standing(Roster roster, ZoneId zone) {
        return new RosterStanding(
                switch (roster.state()) {
                    case DRAFT -> RosterStanding.State.DRAFT;
                    case SUBMITTED -> RosterStanding.State.SUBMITTED;
                    case LOCKED -> RosterStanding.State.LOCKED;
                },
                roster.firstSubmittedAt()
                        .map(at -> LocalDate.ofInstant(at, zone))
                        .orElse(null));
    }

    @Override
    public Map<String, LocalDate> rollUps(String programmeId, Collection<String> cityCodes) {
        var zone = zoneOf(programmeId);
        var cities = new HashMap<String, String>();
        cityCodes.forEach(city -> regions.children(city).forEach(county -> cities.put(county.code(), city)));
        var first = new HashMap<String, LocalDate>();
        for (var roster : find(programmeId, cities.keySet())) {
            if (!roster.receipts().isEmpty()) {
                var day = LocalDate.ofInstant(roster.receipts().getFirst().by().at(), zone);
                first.merge(
                        cities.getOrDefault(roster.id().county(), ""),
                        day,
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return first;
    }

    private ZoneId zoneOf(String programmeId) {
        return programmes.find(programmeId).orElseGet(programmes::current).zone();
    }

    private List<Roster> find(String programmeId, Collection<String> counties) {
        return store.findAll(counties.stream()
                .map(county -> new RosterId(programmeId, county))
                .toList());
    }
}
