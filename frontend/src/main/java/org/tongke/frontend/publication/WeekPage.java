package org.tongke.frontend.publication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.PublicWeek;

/** A week of a county's verified communities. */
final class WeekPage {
    private WeekPage() {}

    static List<Tag> parts(Visit visit, Counts counts, Optional<PublicWeek> week) {
        var title = week.map(found -> visit.text("publication.week.title", found.getCountyName()))
                .orElseGet(() -> visit.text("publication.week.titleOfNone"));
        var head = Tag.of("section", "pb-part")
                .add(Tag.of("h1").say(title), Tag.of("p", "tk-soft").say(visit.text("publication.week.why")));
        if (week.isEmpty()) {
            return List.of(head, Tag.of("p", "pb-empty").say(visit.text("publication.week.noCommunity")));
        }
        var shown = week.get();
        return List.of(
                head,
                chooser(visit, counts, shown),
                Tag.of("section", "pb-part")
                        .add(turn(visit, Addresses.WEEK, "county", shown.getCountyCode(), shown))
                        .add(Lessons.days(visit, shown, false)));
    }

    private static Tag chooser(Visit visit, Counts counts, PublicWeek week) {
        var counties = Tag.of("select").with("id", "county").with("name", "county");
        counts.counties().stream()
                .filter(county ->
                        county.getVerifiedCount() > 0 || county.getCode().equals(week.getCountyCode()))
                .forEach(county -> {
                    var option = Tag.of("option").with("value", county.getCode());
                    counties.add((county.getCode().equals(week.getCountyCode()) ? option.with("selected") : option)
                            .say(county.getName()));
                });
        return Tag.of("form", "pb-search")
                .with("method", "get")
                .with("action", Addresses.WEEK)
                .add(
                        ListPage.field("county", visit.text("publication.week.county"), counties),
                        Tag.of("button", "tk-button").with("type", "submit").say(visit.text("publication.week.show")));
    }

    /** The week's name between the ways to the one before and the one after. */
    static Tag turn(Visit visit, String path, String parameter, @Nullable String value, PublicWeek week) {
        return Tag.of("nav", "pb-turn")
                .with("aria-label", visit.text("publication.week.turn"))
                .add(
                        step(path, parameter, value, week.getFrom().minusWeeks(1))
                                .with("rel", "prev")
                                .say(visit.text("publication.week.before")),
                        Tag.of("h2")
                                .say(visit.text(
                                        "publication.week.days", visit.day(week.getFrom()), visit.day(week.getTo()))),
                        step(path, parameter, value, week.getFrom().plusWeeks(1))
                                .with("rel", "next")
                                .say(visit.text("publication.week.after")));
    }

    private static Tag step(String path, String parameter, @Nullable String value, LocalDate monday) {
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put(parameter, value);
        parameters.put("week", monday.toString());
        return Tag.of("a", "tk-button").with("href", Addresses.with(path, parameters));
    }
}
