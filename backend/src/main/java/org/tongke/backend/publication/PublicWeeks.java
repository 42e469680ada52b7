package org.tongke.backend.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityFilter;
import org.tongke.backend.activity.GrandTimetable;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.verification.deadline.CommunityStanding;
import org.tongke.backend.verification.deadline.RegionStanding;
import org.tongke.calendar.SchoolWeek;

/** A week of what verified communities share. */
@Component
public class PublicWeeks {
    private final PublicStandings standings;
    private final Communities communities;
    private final GrandTimetable timetable;
    private final Regions regions;
    private final Clock clock;

    PublicWeeks(
            PublicStandings standings,
            Communities communities,
            GrandTimetable timetable,
            Regions regions,
            Clock clock) {
        this.standings = standings;
        this.communities = communities;
        this.timetable = timetable;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The week of a county's verified communities. One round trip beside the standing.
     *
     * @param day a day of the week; null for this week
     * @param countyCode the county; null for the one with most verified communities
     * @return empty if there is no such county, or none with a verified community
     */
    public Optional<PublicWeek> findOfCounty(@Nullable LocalDate day, @Nullable String countyCode) {
        return standings
                .find(null)
                .flatMap(standing -> county(standing, countyCode)
                        .map(county -> week(standing, day, county, verifiedIn(standing, county))));
    }

    /**
     * The week of one verified community. Two round trips beside the standing.
     *
     * @param day a day of the week; null for this week
     * @param communityId raw id
     * @return empty where it is not verified
     */
    public Optional<PublicWeek> findOfCommunity(@Nullable LocalDate day, String communityId) {
        return standings
                .find(null)
                .filter(standing -> standing.verifiedAt().containsKey(communityId))
                .flatMap(standing -> communities
                        .find(communityId, Scope.EVERYWHERE)
                        .map(Community::countyCode)
                        .flatMap(regions::find)
                        .map(county -> week(standing, day, county, Set.of(communityId))));
    }

    private Optional<Region> county(PublicStanding standing, @Nullable String code) {
        return code == null
                ? regions.all().stream()
                        .filter(this::isCounty)
                        .filter(county -> countVerified(standing, county) > 0)
                        .max(Comparator.comparing(county -> countVerified(standing, county)))
                : regions.find(code).filter(this::isCounty);
    }

    private boolean isCounty(Region region) {
        return region.parentCode() != null && regions.children(region.code()).isEmpty();
    }

    private static int countVerified(PublicStanding standing, Region county) {
        var found = standing.regions().get(county.code());
        return found == null ? 0 : found.verified().communities();
    }

    private static Set<String> verifiedIn(PublicStanding standing, Region county) {
        var found = standing.regions().get(county.code());
        return found == null
                ? Set.of()
                : Set.copyOf(found.outlooks().stream()
                        .map(RegionStanding.Expected::community)
                        .filter(CommunityStanding::verified)
                        .map(CommunityStanding::communityId)
                        .toList());
    }

    private PublicWeek week(PublicStanding standing, @Nullable LocalDate day, Region county, Set<String> ids) {
        var zone = standing.programme().zone();
        var week = SchoolWeek.from(day == null ? LocalDate.ofInstant(clock.instant(), zone) : day);
        var instants = week.instants(zone);
        var filter = new ActivityFilter(
                instants.from(),
                instants.until(),
                Set.of(),
                Set.of(),
                ids,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "");
        // without ids the filter would not limit
        var found = ids.isEmpty()
                ? Connection.<Activity>empty()
                : timetable.list(filter, new PageRequest(PageRequest.MOST, Optional.empty()), Scope.EVERYWHERE);
        return new PublicWeek(
                week,
                county,
                found.edges().stream().map(Edge::node).map(PublicLesson::of).toList(),
                found.pageInfo().hasNextPage());
    }
}
