package org.tongke.frontend.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.PublicCommunity;
import org.tongke.frontend.contract.types.PublicCommunityConnection;
import org.tongke.frontend.contract.types.PublicCommunityEdge;
import org.tongke.frontend.contract.types.PublicProgramme;
import org.tongke.frontend.contract.types.PublicRegionCount;

/** The verified communities of a region, with the figures of the regions below it. */
final class ListPage {
    private ListPage() {}

    /**
     * What is looked at.
     *
     * @param region of which region
     * @param name what was typed; empty for nothing
     * @param after where the page before ended; null for the first page
     */
    record Asked(
            PublicRegionCount region, String name, @Nullable String after) {}

    static String title(Visit visit, PublicRegionCount region) {
        return visit.text("publication.list.title", region.getName());
    }

    static List<Tag> parts(
            Visit visit,
            Counts counts,
            List<PublicProgramme> programmes,
            Asked asked,
            PublicCommunityConnection communities) {
        var region = asked.region();
        var programme = counts.all().getProgramme();
        var parts = new ArrayList<Tag>();
        parts.add(Tag.of("section", "pb-part")
                .add(above(visit, counts, region))
                .add(
                        Tag.of("h1").say(title(visit, region)),
                        Tag.of("p", "tk-soft").say(programme.getName()),
                        Figures.standing(visit, region),
                        HomePage.asOf(visit, counts)));
        parts.add(search(visit, programmes, programme, asked));
        var below = counts.children(region);
        if (asked.name().isEmpty() && !below.isEmpty()) {
            parts.add(Tag.of("section", "pb-part")
                    .add(Figures.table(visit, visit.text("publication.list.below"), below, programme.getCode())));
        }
        parts.add(list(visit, asked, programme, communities));
        return parts;
    }

    /** The way up, the province first. */
    private static List<Tag> above(Visit visit, Counts counts, PublicRegionCount region) {
        var up = new ArrayList<PublicRegionCount>();
        for (var at = region.getParentCode(); at != null; ) {
            var found = counts.find(at).orElseThrow();
            up.addFirst(found);
            at = found.getParentCode();
        }
        var programme = counts.all().getProgramme().getCode();
        return up.isEmpty()
                ? List.of()
                : List.of(Tag.of("nav", "pb-above")
                        .with("aria-label", visit.text("publication.list.above"))
                        .add(up.stream()
                                .map(one -> Tag.link(Figures.address(one, programme), one.getName()))
                                .toList()));
    }

    private static Tag search(Visit visit, List<PublicProgramme> programmes, PublicProgramme chosen, Asked asked) {
        var years = Tag.of("select").with("id", "programme").with("name", "programme");
        programmes.forEach(one -> {
            var option = Tag.of("option").with("value", one.getCode()).say(one.getName());
            years.add(one.getCode().equals(chosen.getCode()) ? option.with("selected") : option);
        });
        return Tag.of("form", "pb-search")
                .with("role", "search")
                .with("method", "get")
                .with("action", Addresses.LIST)
                .add(
                        Tag.of("input")
                                .with("type", "hidden")
                                .with("name", "region")
                                .with("value", asked.region().getCode()),
                        field(
                                "name",
                                visit.text("publication.list.name"),
                                Tag.of("input")
                                        .with("id", "name")
                                        .with("name", "name")
                                        .with("type", "search")
                                        .with("maxlength", "50")
                                        .with("value", asked.name())),
                        field("programme", visit.text("publication.list.programme"), years),
                        Tag.of("button", "tk-button")
                                .with("type", "submit")
                                .say(visit.text("publication.list.search")));
    }

    static Tag field(String id, String label, Tag input) {
        return Tag.of("div", "pb-field").add(Tag.of("label").with("for", id).say(label), input);
    }

    private static Tag list(
            Visit visit, Asked asked, PublicProgramme programme, PublicCommunityConnection communities) {
        var found = communities.getEdges().stream()
                .map(PublicCommunityEdge::getNode)
                .toList();
        var section = Tag.of("section", "pb-part")
                .with("id", "list")
                .add(Tag.of("h2")
                        .say(
                                asked.name().isEmpty()
                                        ? visit.text("publication.list.verified")
                                        : visit.text("publication.list.found", asked.name())));
        if (found.isEmpty()) {
            return section.add(Tag.of("p", "pb-empty")
                    .say(visit.text(asked.name().isEmpty() ? "publication.list.none" : "publication.list.notFound")));
        }
        section.add(Tag.of("ul", "pb-list")
                .add(found.stream().map(one -> item(visit, one, programme)).toList()));
        if (communities.getPageInfo().getHasNextPage()) {
            var next = new HashMap<String, @Nullable String>();
            next.put("region", asked.region().getCode());
            next.put("programme", programme.getCode());
            next.put("name", asked.name());
            next.put("after", communities.getPageInfo().getEndCursor());
            section.add(Tag.of("p")
                    .add(Tag.of("a", "tk-button")
                            .with("href", Addresses.with(Addresses.LIST, next) + "#list")
                            .with("rel", "next")
                            .say(visit.text("publication.list.more"))));
        }
        return section;
    }

    private static Tag item(Visit visit, PublicCommunity community, PublicProgramme programme) {
        return Tag.of("li")
                .add(
                        Tag.of("h3")
                                .add(Tag.link(
                                        Addresses.with(
                                                Addresses.community(community.getId()),
                                                Map.of("programme", programme.getCode())),
                                        community.getName())),
                        Tag.of("p", "pb-chips")
                                .add(
                                        chip(mode(visit, community.getMode())),
                                        chip(community.getCityName() + " " + community.getCountyName()),
                                        chip(visit.text(
                                                "publication.list.verifiedOn", visit.date(community.getVerifiedOn())))),
                        Tag.of("p")
                                .add(Tag.of("span", "tk-soft").say(visit.text("publication.core")))
                                .say(" " + community.getCoreName()),
                        Tag.of("p")
                                .add(Tag.of("span", "tk-soft").say(visit.text("publication.members")))
                                .say(" " + String.join(visit.text("publication.and"), community.getMemberNames())));
    }

    static Tag chip(String text) {
        return Tag.of("span", "tk-chip").say(text);
    }

    static String mode(Visit visit, CommunityMode mode) {
        return visit.text("publication.mode." + mode.name().toLowerCase(Locale.ROOT));
    }
}
