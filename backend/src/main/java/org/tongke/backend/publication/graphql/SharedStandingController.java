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
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.publication.PublicStanding;
import org.tongke.backend.publication.SharedCommunity;
import org.tongke.backend.publication.SharedStanding;
import org.tongke.backend.publication.SharedStandings;
import org.tongke.backend.publication.graphql.PublicationController.PublicProgramme;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.deadline.MilestoneStanding;
import org.tongke.backend.verification.deadline.Outlook;
import org.tongke.backend.verification.words.Words;

/** What a link shows, in the section "publication" of the schema. The types here have what the schema names and nothing behind it. */
@Controller
class SharedStandingController {
    private final SharedStandings standings;
    private final Words.Source words;

    SharedStandingController(SharedStandings standings, Words.Source words) {
        this.standings = standings;
        this.words = words;
    }

    @QueryMapping
    Optional<Standing> sharedStanding(@Argument String key, @Argument @Nullable String regionCode, Locale locale) {
        return standings.find(key, regionCode).map(found -> answer(found, locale));
    }

    private Standing answer(SharedStanding found, Locale locale) {
        var programme = found.standing().programme();
        var language = words.in(locale, found.schoolNames());
        return new Standing(
                PublicProgramme.of(programme, locale),
                regions(found.standing(), found.above()),
                SharedRegion.of(found.standing(), found.region()),
                regions(found.standing(), found.below()),
                found.communities().stream()
                        .map(one -> Community.of(one, programme, language))
                        .toList(),
                found.link().endsAt(),
                found.standing().asOf());
    }

    private static List<SharedRegion> regions(PublicStanding standing, Collection<Region> regions) {
        return regions.stream().map(region -> SharedRegion.of(standing, region)).toList();
    }

    /** The type {@code SharedStanding}. */
    record Standing(
            PublicProgramme programme,
            List<SharedRegion> above,
            SharedRegion region,
            List<SharedRegion> below,
            List<Community> communities,
            Instant endsAt,
            Instant asOf) {}

    record SharedRegion(
            String code,
            String name,
            RegionKind kind,
            @Nullable Integer targetMemberCount,
            int communityCount,
            int memberCount,
            int formedCount,
            int operatingCount,
            int verifiedCount,
            int verifiedMemberCount,
            @Nullable Double verifiedShare,
            @Nullable Double targetShare,
            int lateCount,
            List<MilestoneStanding> milestones) {
        static SharedRegion of(PublicStanding all, Region region) {
            var standing = all.of(region);
            var goal = standing.goal();
            var planned = standing.planned().communities();
            var verified = standing.verified();
            return new SharedRegion(
                    region.code(),
                    region.name(),
                    region.kind(),
                    goal == null ? null : goal.newMembers(),
                    planned,
                    standing.planned().members(),
                    standing.formed().communities(),
                    standing.operating().communities(),
                    verified.communities(),
                    verified.members(),
                    planned == 0 ? null : (double) verified.communities() / planned,
                    standing.targetShare(),
                    standing.lateCount(),
                    standing.milestones());
        }
    }

    /** The type {@code SharedCommunity}. */
    record Community(
            String name,
            Mode mode,
            String coreName,
            List<String> memberNames,
            int askedCount,
            int metCount,
            List<SharedLack> lacking,
            @Nullable Outlook outlook,
            @Nullable LocalDate verifiedOn) {
        static Community of(SharedCommunity shown, Programme programme, Words language) {
            var progress = shown.progress();
            var verifiedAt = progress.verifiedAt();
            return new Community(
                    shown.community().name(),
                    shown.community().mode(),
                    shown.coreName(),
                    shown.memberNames(),
                    progress.askedCount(),
                    progress.metCount(),
                    progress.criteria().stream()
                            .filter(criterion -> !criterion.missing().isEmpty())
                            .map(criterion -> SharedLack.of(criterion, progress.mode(), programme, language))
                            .toList(),
                    shown.outlook().orElse(null),
                    verifiedAt == null ? null : LocalDate.ofInstant(verifiedAt, programme.zone()));
        }
    }

    record SharedLack(String code, String name, String lacking) {
        static SharedLack of(CriterionProgress found, Mode mode, Programme programme, Words language) {
            var name = programme.standard().criteria(mode).stream()
                    .filter(criterion -> criterion.id().equals(found.code()))
                    .findFirst()
                    .map(criterion -> criterion.name().in(language.locale()))
                    .orElse("");
            return new SharedLack(found.code(), name, language.lacking(found));
        }
    }
}
