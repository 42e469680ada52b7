package org.tongke.backend.publication.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.publication.PublicCommunities;
import org.tongke.backend.publication.PublicStanding;
import org.tongke.backend.publication.PublicStandings;
import org.tongke.backend.verification.deadline.RegionStanding;

/** Communities and figures in the section "publication" of the schema. The types here have what the schema names and nothing behind it. */
@Controller
class PublicationController {
    private final PublicStandings standings;
    private final PublicCommunities communities;
    private final Programmes programmes;
    private final Regions regions;

    PublicationController(
            PublicStandings standings, PublicCommunities communities, Programmes programmes, Regions regions) {
        this.standings = standings;
        this.communities = communities;
        this.programmes = programmes;
        this.regions = regions;
    }

    @QueryMapping
    List<PublicProgramme> publicProgrammes(Locale locale) {
        return programmes.list().stream()
                .map(programme -> PublicProgramme.of(programme, locale))
                .toList();
    }

    @QueryMapping
    Optional<PublicCounts> publicCounts(@Argument @Nullable String programmeCode, Locale locale) {
        return standings.find(programmeCode).map(standing -> PublicCounts.of(standing, regions.all(), locale));
    }

    @QueryMapping
    Connection<PublicCommunity> publicCommunities(
            @Argument @Nullable String programmeCode,
            @Argument @Nullable String regionCode,
            @Argument @Nullable String name,
            @Argument int first,
            @Argument @Nullable String after) {
        var page = PageRequest.of(PublicCommunities.LIST, PublicCommunities.LIST_KEYS, first, after);
        return communities
                .list(programmeCode, Optional.ofNullable(regionCode), Optional.ofNullable(name), page)
                .map(PublicCommunity::of);
    }

    @QueryMapping
    Optional<PublicCommunity> publicCommunity(@Argument String id, @Argument @Nullable String programmeCode) {
        return GlobalId.rawOf("Community", id)
                .flatMap(raw -> communities.find(programmeCode, raw))
                .map(PublicCommunity::of);
    }

    record PublicProgramme(String code, String name, boolean demo) {
        static PublicProgramme of(Programme programme, Locale locale) {
            return new PublicProgramme(programme.code(), programme.name().in(locale), programme.demo());
        }
    }

    record PublicCommunity(
            String id,
            String name,
            Mode mode,
            String countyCode,
            String countyName,
            String cityName,
            String coreName,
            List<String> memberNames,
            LocalDate verifiedOn) {
        static PublicCommunity of(org.tongke.backend.publication.PublicCommunity shown) {
            var community = shown.community();
            return new PublicCommunity(
                    community.globalId().encode(),
                    community.name(),
                    community.mode(),
                    shown.county().code(),
                    shown.county().name(),
                    shown.city().name(),
                    shown.coreName(),
                    shown.memberNames(),
                    shown.verifiedOn());
        }
    }

    record PublicCounts(PublicProgramme programme, List<PublicRegionCount> regions, Instant asOf) {
        static PublicCounts of(PublicStanding standing, Collection<Region> regions, Locale locale) {
            return new PublicCounts(
                    PublicProgramme.of(standing.programme(), locale),
                    regions.stream()
                            .map(region -> PublicRegionCount.of(region, standing.of(region)))
                            .toList(),
                    standing.asOf());
        }
    }

    record PublicRegionCount(
            String code,
            String name,
            RegionKind kind,
            @Nullable String parentCode,
            @Nullable Integer targetMemberCount,
            int communityCount,
            int memberCount,
            int verifiedCount,
            int verifiedMemberCount,
            @Nullable Double verifiedShare,
            @Nullable Double targetShare) {
        static PublicRegionCount of(Region region, RegionStanding standing) {
            var goal = standing.goal();
            var planned = standing.planned().communities();
            var verified = standing.verified();
            return new PublicRegionCount(
                    region.code(),
                    region.name(),
                    region.kind(),
                    region.parentCode(),
                    goal == null ? null : goal.newMembers(),
                    planned,
                    standing.planned().members(),
                    verified.communities(),
                    verified.members(),
                    planned == 0 ? null : (double) verified.communities() / planned,
                    standing.targetShare());
        }
    }
}
