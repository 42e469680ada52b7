package org.tongke.backend.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.CommunityFilter;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** The verified communities of a programme. */
@Component
public class PublicCommunities {
    /** Name of the list for page requests. */
    public static final String LIST = "publicCommunities";
    /** How many values order the list. */
    public static final int LIST_KEYS = Communities.LIST_KEYS;

    /** How many schools a word can stand for. */
    private static final int MOST_NAMED = 100;

    private final PublicStandings standings;
    private final Communities communities;
    private final Schools schools;
    private final Regions regions;

    PublicCommunities(PublicStandings standings, Communities communities, Schools schools, Regions regions) {
        this.standings = standings;
        this.communities = communities;
        this.schools = schools;
        this.regions = regions;
    }

    /**
     * Verified communities in the order of their names. Two round trips beside the standing, and one more where a name is asked for.
     *
     * @param programmeCode short name of the programme; null for the current one
     * @param regionCode only those of this region and the regions below
     * @param name only those whose name, or a school's, holds this, as written, in pinyin or by initials
     */
    public Connection<PublicCommunity> list(
            @Nullable String programmeCode, Optional<String> regionCode, Optional<String> name, PageRequest page) {
        return standings
                .find(programmeCode)
                .map(standing -> list(standing, regionCode, name.filter(typed -> !typed.isBlank()), page))
                .orElseGet(Connection::empty);
    }

    private Connection<PublicCommunity> list(
            PublicStanding standing, Optional<String> regionCode, Optional<String> name, PageRequest page) {
        var filter = new CommunityFilter(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(standing.verifiedAt().keySet()),
                name.map(this::schoolsCalled).orElse(Set.of()));
        var found = communities.listAs(LIST, regionCode, Optional.empty(), filter, page, Scope.EVERYWHERE);
        var names = namesOf(found.edges().stream().map(Edge::node).toList());
        return found.map(community -> show(community, standing, names));
    }

    /**
     * A verified community. Two round trips beside the standing.
     *
     * @param id raw id
     * @return empty where there is none, and where it is not verified
     */
    public Optional<PublicCommunity> find(@Nullable String programmeCode, String id) {
        return standings
                .find(programmeCode)
                .filter(standing -> standing.verifiedAt().containsKey(id))
                .flatMap(standing -> communities
                        .find(id, Scope.EVERYWHERE)
                        .map(community -> show(community, standing, namesOf(List.of(community)))));
    }

    private Set<String> schoolsCalled(String name) {
        return schools.findHolding(List.of(name.strip()), MOST_NAMED, Scope.EVERYWHERE).stream()
                .map(School::id)
                .collect(Collectors.toSet());
    }

    private Map<String, String> namesOf(List<Community> found) {
        return schools.namesOf(
                found.stream().flatMap(one -> one.schoolIds().stream()).collect(Collectors.toSet()));
    }

    private PublicCommunity show(Community community, PublicStanding standing, Map<String, String> names) {
        var county = regions.get(community.countyCode());
        var verifiedAt = standing.verifiedAt().get(community.id());
        return new PublicCommunity(
                community,
                county,
                regions.parent(county).orElse(county),
                names.getOrDefault(community.coreId(), ""),
                community.memberIds().stream()
                        .flatMap(id -> Stream.ofNullable(names.get(id)))
                        .toList(),
                LocalDate.ofInstant(verifiedAt, standing.programme().zone()));
    }
}
