package org.tongke.frontend.publication;

import java.time.OffsetDateTime;
import java.util.List;
import org.tongke.frontend.contract.types.DemoAccount;

/** What a stranger sees first: what this is, three ways on, how far the province is. */
final class HomePage {
    private HomePage() {}

    static List<Tag> parts(Visit visit, Counts counts, List<DemoAccount> accounts) {
        var programme = counts.all().getProgramme();
        var ways = Tag.of("p", "pb-actions")
                .add(
                        awaited("a", "tk-button tk-main-action pb-to-demo", accounts)
                                .with("href", "#demo")
                                .say(visit.text("publication.demo")),
                        Tag.of("a", "tk-button").with("href", Addresses.LIST).say(visit.text("publication.home.list")),
                        Tag.of("a", "tk-button").with("href", Addresses.WEEK).say(visit.text("publication.home.week")));
        return List.of(
                Tag.of("section", "pb-hero")
                        .add(
                                Tag.of("h1").say(visit.text("publication.home.title")),
                                Tag.of("p").say(visit.text("publication.home.sentence")),
                                ways),
                demo(visit, accounts),
                Tag.of("section", "pb-part")
                        .add(
                                Tag.of("h2").say(visit.text("publication.home.figures", programme.getName())),
                                Figures.standing(visit, counts.province()),
                                Figures.map(visit, counts, programme.getCode()),
                                asOf(visit, counts)));
    }

    /** Made to work and shown by the script. The room is there before, so that nothing below is pushed away. */
    private static Tag demo(Visit visit, List<DemoAccount> accounts) {
        var cards = accounts.stream()
                .map(account -> Tag.of("li")
                        .add(Tag.of("span", "tk-card")
                                .add(
                                        Tag.of("span", "tk-icon"),
                                        Tag.of("span", "tk-card-text")
                                                .add(
                                                        Tag.of("strong").say(account.getLabel()),
                                                        Tag.of("span", "tk-soft")
                                                                .say("–")))))
                .toArray(Tag[]::new);
        return awaited("section", "pb-part pb-demo", accounts)
                .with("id", "demo")
                .with("data-offline", visit.text("publication.demo.offline"))
                .add(
                        Tag.of("h2").say(visit.text("publication.demo.title")),
                        Tag.of("p", "tk-soft").say(visit.text("publication.demo.why")),
                        Tag.of("p", "tk-error").with("role", "alert"),
                        Tag.of("ul", "pb-cards").add(cards));
    }

    /** What the script shows; where there is no demo it takes no room. */
    private static Tag awaited(String name, String classes, List<DemoAccount> accounts) {
        return accounts.isEmpty() ? Tag.of(name, classes).with("hidden") : Tag.of(name, classes + " pb-awaited");
    }

    static Tag asOf(Visit visit, Counts counts) {
        return asOf(visit, counts.all().getAsOf());
    }

    static Tag asOf(Visit visit, OffsetDateTime at) {
        return Tag.of("p", "tk-soft").say(visit.text("publication.asOf", visit.date(at.toLocalDate()), visit.time(at)));
    }
}
