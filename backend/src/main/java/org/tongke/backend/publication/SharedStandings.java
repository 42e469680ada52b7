package org.tongke.backend.publication;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.deadline.RegionStanding;

/** How regions stand, for those who have a link. Within what the link shows there is no further check. */
@Component
public class SharedStandings {
    private static final int MOST_COMMUNITIES = 200;

    private final ShareLinks links;
    private final PublicStandings standings;
    private final Progresses progresses;
    private final Communities communities;
    private final Schools schools;
    private final Regions regions;
    private final Programmes programmes;

    SharedStandings(
            ShareLinks links,
            PublicStandings standings,
            Progresses progresses,
            Communities communities,
            Schools schools,
            Regions regions,
            Programmes programmes) {
        this.links = links;
        this.standings = standings;
        this.progresses = progresses;
        this.communities = communities;
        this.schools = schools;
        this.regions = regions;
        this.programmes = programmes;
    }

    /**
     * How a region stands by a link. One round trip beside the standing, and three more for a county-level region.
     *
     * @param key what the link's address ends with
     * @param regionCode a region below the link's; null for the link's own
     * @return empty if the link shows nothing, or not this region
     */
    public Optional<SharedStanding> find(String key, @Nullable String regionCode) {
        return links.open(key)
                .flatMap(link -> regions.find(regionCode == null ? link.regionCode() : regionCode)
                        .filter(region -> region.places()
                                .contains(PlaceKey.region(link.regionCode()).value()))
                        .flatMap(region -> show(link, region)));
    }

    private Optional<SharedStanding> show(ShareLink link, Region region) {
        return programmes
                .find(link.programmeId())
                .flatMap(programme -> standings
                        .find(programme.code())
                        .filter(standing -> standing.regions().containsKey(region.code()))
                        .map(standing -> show(link, region, programme, standing)));
    }

    private SharedStanding show(ShareLink link, Region region, Programme programme, PublicStanding standing) {
        var below = regions.children(region.code());
        var listed = below.isEmpty()
                ? standing.of(region).byLack().stream().limit(MOST_COMMUNITIES).toList()
                : List.<RegionStanding.Expected>of();
        var ids = listed.stream().map(one -> one.community().communityId()).toList();
        var found = ids.isEmpty() ? Map.<String, Community>of() : communities.findAll(ids, Scope.EVERYWHERE);
        var progress = ids.isEmpty() ? Map.<ProgressId, CommunityProgress>of() : progress(programme, standing, ids);
        var names = schools.namesOf(
                found.values().stream().flatMap(one -> one.schoolIds().stream()).collect(Collectors.toSet()));
        var shown = listed.stream()
                .flatMap(one -> {
                    var community = found.get(one.community().communityId());
                    var its = progress.get(
                            new ProgressId(programme.id(), one.community().communityId()));
                    return community == null || its == null
                            ? Stream.empty()
                            : Stream.of(show(community, its, one, names));
                })
                .toList();
        return new SharedStanding(link, standing, above(link, region), region, below, shown, names);
    }

    private Map<ProgressId, CommunityProgress> progress(
            Programme programme, PublicStanding standing, List<String> ids) {
        return progresses.findAllWithoutFacts(
                programme,
                ids.stream().map(id -> new ProgressId(programme.id(), id)).toList(),
                AsOf.of(null, programme.zone(), standing.asOf()),
                Scope.EVERYWHERE);
    }

    private static SharedCommunity show(
            Community community,
            CommunityProgress progress,
            RegionStanding.Expected standing,
            Map<String, String> names) {
        return new SharedCommunity(
                community,
                names.getOrDefault(community.coreId(), ""),
                community.memberIds().stream()
                        .flatMap(member -> Stream.ofNullable(names.get(member)))
                        .toList(),
                progress,
                standing.outlook());
    }

    private List<Region> above(ShareLink link, Region region) {
        var above = new ArrayDeque<Region>();
        var at = region;
        while (!at.code().equals(link.regionCode())) {
            at = regions.parent(at).orElseThrow();
            above.addFirst(at);
        }
        return List.copyOf(above);
    }
}
