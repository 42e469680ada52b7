package org.tongke.frontend.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongke.frontend.contract.types.PublicCommunity;
import org.tongke.frontend.contract.types.PublicWeek;

/** A verified community: its schools and a week of what they share. */
final class CommunityPage {
    private CommunityPage() {}

    static List<Tag> parts(Visit visit, PublicCommunity community, String programme, Optional<PublicWeek> week) {
        var county =
                Addresses.with(Addresses.LIST, Map.of("region", community.getCountyCode(), "programme", programme));
        var head = Tag.of("section", "pb-part")
                .add(
                        Tag.of("nav", "pb-above")
                                .with("aria-label", visit.text("publication.list.above"))
                                .add(Tag.link(
                                        county, visit.text("publication.community.county", community.getCountyName()))),
                        Tag.of("h1").say(community.getName()),
                        Tag.of("p", "pb-chips")
                                .add(
                                        ListPage.chip(ListPage.mode(visit, community.getMode())),
                                        ListPage.chip(community.getCityName() + " " + community.getCountyName())),
                        Tag.of("p", "pb-verified")
                                .say(visit.text(
                                        "publication.community.verified",
                                        community.getCountyName(),
                                        visit.date(community.getVerifiedOn()))),
                        Tag.of("dl", "pb-schools")
                                .add(
                                        Tag.of("dt").say(visit.text("publication.core")),
                                        Tag.of("dd").say(community.getCoreName()))
                                .add(Tag.of("dt").say(visit.text("publication.members")))
                                .add(community.getMemberNames().stream()
                                        .map(name -> Tag.of("dd").say(name))
                                        .toList()));
        return week.map(found -> List.of(
                        head,
                        Tag.of("section", "pb-part")
                                .add(WeekPage.turn(
                                        visit, Addresses.community(community.getId()), "programme", programme, found))
                                .add(Lessons.days(visit, found, true))))
                .orElseGet(() -> List.of(head));
    }
}
