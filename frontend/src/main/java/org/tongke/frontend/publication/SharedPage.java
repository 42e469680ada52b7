package org.tongke.frontend.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongke.frontend.contract.types.MilestoneStanding;
import org.tongke.frontend.contract.types.OutlookState;
import org.tongke.frontend.contract.types.SharedCommunity;
import org.tongke.frontend.contract.types.SharedRegion;
import org.tongke.frontend.contract.types.SharedStanding;

/** How a region stands, for somebody who has a link. The links on it stay within what the link shows. */
final class SharedPage {
    private SharedPage() {}

    static String title(Visit visit, SharedStanding shown) {
        return visit.text("publication.shared.title", shown.getRegion().getName());
    }

    /** @param key what the link's address ends with */
    static List<Tag> parts(Visit visit, SharedStanding shown, String key) {
        var parts = new ArrayList<Tag>();
        var lastDay = shown.getEndsAt().minusNanos(1).toLocalDate();
        parts.add(Tag.of("section", "pb-part")
                .add(above(visit, shown, key))
                .add(
                        Tag.of("h1").say(title(visit, shown)),
                        Tag.of("p", "tk-soft").say(shown.getProgramme().getName()),
                        figures(visit, shown.getRegion()),
                        HomePage.asOf(visit, shown.getAsOf()),
                        Tag.of("p", "tk-soft").say(visit.text("publication.shared.until", visit.date(lastDay)))));
        var dates = shown.getRegion().getMilestones();
        if (dates != null && !dates.isEmpty()) {
            parts.add(Tag.of("section", "pb-part").add(dates(visit, dates)));
        }
        if (!shown.getBelow().isEmpty()) {
            parts.add(Tag.of("section", "pb-part").add(regions(visit, shown.getBelow(), key)));
        } else {
            parts.add(communities(visit, shown.getCommunities()));
        }
        return parts;
    }

    private static List<Tag> above(Visit visit, SharedStanding shown, String key) {
        return shown.getAbove().isEmpty()
                ? List.of()
                : List.of(Tag.of("nav", "pb-above")
                        .with("aria-label", visit.text("publication.list.above"))
                        .add(shown.getAbove().stream()
                                .map(one -> link(one, key))
                                .toList()));
    }

    private static Tag link(SharedRegion region, String key) {
        return Tag.link(Addresses.with(Addresses.shared(key), Map.of("region", region.getCode())), region.getName());
    }

    private static Tag figures(Visit visit, SharedRegion region) {
        var shown = Tag.of("dl", "pb-figures")
                .add(
                        Figures.figure(visit, "new", communities(visit, region.getCommunityCount())),
                        Figures.figure(visit, "formed", communities(visit, region.getFormedCount())),
                        Figures.figure(visit, "operating", communities(visit, region.getOperatingCount())),
                        Figures.figure(visit, "verified", communities(visit, region.getVerifiedCount())),
                        Figures.figure(
                                visit, "members", visit.text("publication.schools", region.getVerifiedMemberCount())));
        var target = region.getTargetMemberCount();
        if (target != null) {
            shown.add(Figures.figure(visit, "target", visit.text("publication.schools", target)));
        }
        if (region.getTargetShare() != null) {
            shown.add(Figures.figure(visit, "share", visit.percent(region.getTargetShare())));
        }
        return shown;
    }

    private static String communities(Visit visit, int count) {
        return visit.text("publication.communities", count);
    }

    private static Tag dates(Visit visit, List<MilestoneStanding> dates) {
        var rows = dates.stream()
                .map(one -> Figures.row(
                        Tag.of("span")
                                .say(visit.text(
                                        "publication.shared.date",
                                        visit.date(one.getMilestone().getDueOn()),
                                        visit.percent(Objects.requireNonNullElse(
                                                one.getMilestone().getShare(), 0.0)))),
                        Stream.of(
                                String.valueOf(one.getNeededCount()),
                                String.valueOf(one.getVerifiedCount()),
                                String.valueOf(one.getExpectedCount()),
                                visit.text("publication.shared.state." + one.getState()))))
                .toList();
        return Figures.table(
                visit.text("publication.shared.dates"),
                Stream.of("date", "needed", "verified", "expected", "state")
                        .map(column -> visit.text("publication.shared.column." + column)),
                rows);
    }

    private static Tag regions(Visit visit, List<SharedRegion> regions, String key) {
        var rows = regions.stream()
                .map(region -> Figures.row(
                        link(region, key),
                        Stream.of(
                                Figures.number(region.getTargetMemberCount()),
                                Figures.number(region.getVerifiedMemberCount()),
                                Figures.share(visit, region.getTargetShare()),
                                Figures.number(region.getCommunityCount()),
                                Figures.number(region.getOperatingCount()),
                                Figures.number(region.getVerifiedCount()),
                                Figures.number(region.getLateCount()))))
                .toList();
        return Figures.table(
                visit.text("publication.list.below"),
                Stream.of("region", "target", "members", "share", "new", "operating", "verified", "late")
                        .map(column -> visit.text("publication.column." + column)),
                rows);
    }

    private static Tag communities(Visit visit, List<SharedCommunity> communities) {
        var section = Tag.of("section", "pb-part").add(Tag.of("h2").say(visit.text("publication.shared.communities")));
        return communities.isEmpty()
                ? section.add(Tag.of("p", "pb-empty").say(visit.text("publication.shared.none")))
                : section.add(Tag.of("ul", "pb-list")
                        .add(communities.stream()
                                .map(one -> community(visit, one))
                                .toList()));
    }

    private static Tag community(Visit visit, SharedCommunity community) {
        var chips = Tag.of("p", "pb-chips").add(ListPage.chip(ListPage.mode(visit, community.getMode())));
        var verifiedOn = community.getVerifiedOn();
        chips.add(
                verifiedOn == null
                        ? ListPage.chip(visit.text(
                                "publication.shared.met", community.getMetCount(), community.getAskedCount()))
                        : ListPage.chip(visit.text("publication.list.verifiedOn", visit.date(verifiedOn))));
        var item = Tag.of("li")
                .add(
                        Tag.of("h3").say(community.getName()),
                        chips,
                        named(visit, "publication.core", community.getCoreName()),
                        named(
                                visit,
                                "publication.members",
                                String.join(visit.text("publication.and"), community.getMemberNames())));
        var outlook = community.getOutlook();
        if (outlook != null && outlook.getState() != OutlookState.VERIFIED) {
            item.add(Tag.of("p").say(outlook.getWords()));
        }
        if (!community.getLacking().isEmpty()) {
            item.add(Tag.of("ul", "pb-lacks")
                    .add(community.getLacking().stream()
                            .map(lack -> Tag.of("li")
                                    .say(visit.text(
                                            "publication.shared.lack",
                                            lack.getCode(),
                                            lack.getName(),
                                            lack.getLacking())))
                            .toList()));
        }
        return item;
    }

    private static Tag named(Visit visit, String key, String value) {
        return Tag.of("p").add(Tag.of("span", "tk-soft").say(visit.text(key))).say(" " + value);
    }
}
