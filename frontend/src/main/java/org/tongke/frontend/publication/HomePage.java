package org.tongke.frontend.publication;

import java.util.List;

/** What a stranger sees first: what this is, three ways on, how far the province is. */
final class HomePage {
    private HomePage() {}

    static List<Tag> parts(Visit visit, Counts counts) {
        var programme = counts.all().getProgramme();
        var ways = Tag.of("p", "pb-actions")
                .add(
                        Tag.of("a", "tk-button tk-main-action pb-to-demo")
                                .with("href", "#demo")
                                .with("hidden")
                                .say(visit.text("publication.demo")),
                        Tag.of("a", "tk-button").with("href", Addresses.LIST).say(visit.text("publication.home.list")),
                        Tag.of("a", "tk-button").with("href", Addresses.WEEK).say(visit.text("publication.home.week")));
        return List.of(
                Tag.of("section", "pb-hero")
                        .add(
                                Tag.of("h1").say(visit.text("publication.home.title")),
                                Tag.of("p").say(visit.text("publication.home.sentence")),
                                ways),
                demo(visit),
                Tag.of("section", "pb-part")
                        .add(
                                Tag.of("h2").say(visit.text("publication.home.figures", programme.getName())),
                                Figures.standing(visit, counts.province()),
                                Figures.map(visit, counts, programme.getCode()),
                                asOf(visit, counts)));
    }

    /** Filled by the script where there is a demo. */
    private static Tag demo(Visit visit) {
        return Tag.of("section", "pb-part pb-demo")
                .with("id", "demo")
                .with("hidden")
                .with("data-offline", visit.text("publication.demo.offline"))
                .add(
                        Tag.of("h2").say(visit.text("publication.demo.title")),
                        Tag.of("p", "tk-soft").say(visit.text("publication.demo.why")),
                        Tag.of("p", "tk-error").with("role", "alert"),
                        Tag.of("ul", "pb-cards"));
    }

    static Tag asOf(Visit visit, Counts counts) {
        return Tag.of("p", "tk-soft")
                .say(visit.text(
                        "publication.asOf",
                        visit.date(counts.all().getAsOf().toLocalDate()),
                        visit.time(counts.all().getAsOf())));
    }
}
