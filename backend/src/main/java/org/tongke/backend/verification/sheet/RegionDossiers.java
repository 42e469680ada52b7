package org.tongke.backend.verification.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Sheet;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.PrintedCount;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.deadline.MilestoneStanding;
import org.tongke.backend.verification.deadline.Outlook;
import org.tongke.backend.verification.deadline.RegionStanding;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.words.Words;

/** Progress of a region as offices hand it on: the region and all below, then its communities, those at most risk first. */
@Component
class RegionDossiers {
    private static final String PREFIX = "verification.sheet.";
    private static final List<String> REGION_HEADS = List.of(
            "region",
            "above",
            "targetMembers",
            "targetPairs",
            "goalMembers",
            "goalPairs",
            "planned",
            "plannedMembers",
            "formed",
            "formedMembers",
            "operating",
            "operatingMembers",
            "operatingShare",
            "verified",
            "verifiedMembers",
            "verifiedShare",
            "targetShare",
            "late");
    private static final List<String> COMMUNITY_HEADS = List.of(
            "community",
            "county",
            "mode",
            "members",
            "met",
            "asked",
            "lacking",
            "outlook",
            "due",
            "enoughOn",
            "verifiedOn");

    private final Regions regions;
    private final Progresses progresses;
    private final Communities communities;
    private final Schools schools;
    private final Words.Source words;
    private final Texts texts;

    RegionDossiers(
            Regions regions,
            Progresses progresses,
            Communities communities,
            Schools schools,
            Words.Source words,
            Texts texts) {
        this.regions = regions;
        this.progresses = progresses;
        this.communities = communities;
        this.schools = schools;
        this.words = words;
        this.texts = texts;
    }

    Dossier of(Region region, Programme programme, AsOf asOf, Viewer viewer, Locale locale) {
        var all = new ArrayList<Region>();
        gather(region, all);
        var standings =
                progresses.standings(programme, all.stream().map(Region::code).toList(), asOf, Scope.EVERYWHERE);
        var standing = Objects.requireNonNull(standings.get(region.code()));
        return new Dossier(
                texts.get(PREFIX + "title", locale, region.name()),
                List.of(
                        regionSheet(all, standings, programme, locale),
                        communitySheet(standing, programme, asOf, locale)),
                List.of(
                        List.of(
                                texts.get(PREFIX + "programme", locale),
                                programme.name().in(locale)),
                        List.of(texts.get(PREFIX + "asOf", locale), LessonDossiers.minute(asOf.at(), programme.zone())),
                        List.of(texts.get(PREFIX + "madeBy", locale), viewer.name())),
                locale);
    }

    private void gather(Region region, List<Region> all) {
        all.add(region);
        regions.children(region.code()).forEach(below -> gather(below, all));
    }

    private Sheet regionSheet(
            List<Region> all, Map<String, RegionStanding> standings, Programme programme, Locale locale) {
        var heads = new ArrayList<>(heads(REGION_HEADS, locale));
        Objects.requireNonNull(standings.get(all.getFirst().code()))
                .milestones()
                .forEach(milestone -> {
                    var date = texts.get(
                            PREFIX + "milestone",
                            locale,
                            milestone.milestone().dueOn(),
                            Objects.requireNonNull(milestone.milestone().sharePercent()));
                    Stream.of("needed", "verifiedThen", "targetThen", "stateThen")
                            .forEach(head -> heads.add(texts.get(PREFIX + "head." + head, locale, date)));
                });
        return new Sheet(
                texts.get(PREFIX + "regions", locale),
                heads,
                all.stream()
                        .map(region -> regionRow(
                                region, Objects.requireNonNull(standings.get(region.code())), programme, locale))
                        .toList());
    }

    private List<Cell> regionRow(Region region, RegionStanding standing, Programme programme, Locale locale) {
        var target = programme.targets().find(region.code());
        var goal = Optional.ofNullable(standing.goal());
        var planned = standing.planned().communities();
        var cells = new ArrayList<Cell>(List.of(
                Cell.of(region.name()),
                Cell.of(regions.parent(region).map(Region::name).orElse(null)),
                target.map(Target::newMembers).map(RegionDossiers::printed).orElse(new Cell.Empty()),
                target.map(Target::newPairedSchools)
                        .map(RegionDossiers::printed)
                        .orElse(new Cell.Empty()),
                Cell.of(goal.map(Goal::newMembers).orElse(null)),
                Cell.of(goal.map(Goal::pairedSchools).orElse(null)),
                Cell.of(planned),
                Cell.of(standing.planned().members()),
                Cell.of(standing.formed().communities()),
                Cell.of(standing.formed().members()),
                Cell.of(standing.operating().communities()),
                Cell.of(standing.operating().members()),
                share(standing.operating(), planned),
                Cell.of(standing.verified().communities()),
                Cell.of(standing.verified().members()),
                share(standing.verified(), planned),
                Cell.of(standing.targetShare()),
                Cell.of(standing.lateCount())));
        standing.milestones().forEach(milestone -> cells.addAll(milestoneCells(milestone, locale)));
        return cells;
    }

    private List<Cell> milestoneCells(MilestoneStanding milestone, Locale locale) {
        return List.of(
                Cell.of(milestone.neededCount()),
                Cell.of(milestone.verifiedCount()),
                Cell.of(milestone.targetMemberCount()),
                Cell.of(texts.get(PREFIX + "state." + milestone.state(), locale)));
    }

    private static Cell share(RegionStanding.Count part, int planned) {
        return planned == 0 ? new Cell.Empty() : new Cell.Share((double) part.communities() / planned);
    }

    private static Cell printed(PrintedCount count) {
        return count instanceof PrintedCount.Number(var number) ? Cell.of(number) : Cell.of(count.printed());
    }

    private Sheet communitySheet(RegionStanding standing, Programme programme, AsOf asOf, Locale locale) {
        var ids = standing.outlooks().stream()
                .map(one -> one.community().communityId())
                .toList();
        var named = communities.findAll(ids, Scope.EVERYWHERE);
        var found = progresses.findAllWithoutFacts(
                programme,
                ids.stream().map(id -> new ProgressId(programme.id(), id)).toList(),
                asOf,
                Scope.EVERYWHERE);
        var language = words.in(locale, schoolNames(found));
        var rows = new ArrayList<List<Cell>>();
        for (var one : standing.outlooks()) {
            var id = one.community().communityId();
            var progress = found.get(new ProgressId(programme.id(), id));
            var community = named.get(id);
            if (progress != null && community != null) {
                rows.add(communityRow(one, progress, community, programme, language, locale));
            }
        }
        return new Sheet(texts.get(PREFIX + "communities", locale), heads(COMMUNITY_HEADS, locale), rows);
    }

    private List<Cell> communityRow(
            Expected one,
            CommunityProgress progress,
            Community community,
            Programme programme,
            Words language,
            Locale locale) {
        var verifiedAt = one.community().verifiedAt();
        var outlook = one.outlook();
        return List.of(
                Cell.of(community.name()),
                Cell.of(regions.get(progress.countyCode()).name()),
                Cell.of(texts.get(PREFIX + "mode." + progress.mode(), locale)),
                Cell.of(progress.memberCount()),
                Cell.of(progress.metCount()),
                Cell.of(progress.askedCount()),
                Cell.of(lacking(progress, language, locale)),
                Cell.of(outlook.map(language::outlook).orElse(null)),
                Cell.of(outlook.map(known -> known.milestone().dueOn()).orElse(null)),
                Cell.of(outlook.map(Outlook::enoughOn).orElse(null)),
                Cell.of(verifiedAt == null ? null : LocalDate.ofInstant(verifiedAt, programme.zone())));
    }

    private String lacking(CommunityProgress progress, Words language, Locale locale) {
        return progress.criteria().stream()
                .filter(criterion -> criterion.state() == State.LACKING)
                .map(criterion -> criterion.code() + " " + language.lacking(criterion))
                .collect(Collectors.joining(texts.get(PREFIX + "and", locale)));
    }

    private Map<String, String> schoolNames(Map<ProgressId, CommunityProgress> found) {
        var ids = new HashSet<String>();
        found.values().forEach(progress -> progress.criteria().forEach(one -> ids.addAll(Words.schoolsNamedIn(one))));
        return schools.namesOf(ids);
    }

    private List<String> heads(List<String> names, Locale locale) {
        return names.stream()
                .map(name -> texts.get(PREFIX + "head." + name, locale))
                .toList();
    }
}
