package org.tongke.frontend.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Tiles;
import org.tongke.frontend.component.Tiles.Tile;
import org.tongke.frontend.contract.types.PublicRegionCount;

/** Figures of regions: as a sentence with a bar, as a table, on the schematic map. Each shows the same numbers. */
final class Figures {
    private static final int SHORT_NAME = 2;
    private static final int STEPS = 4;
    private static final String NONE = "–";

    private Figures() {}

    /** What a region has reached of what it is to reach. */
    static Tag standing(Visit visit, PublicRegionCount region) {
        var shown = Tag.of("dl", "pb-figures")
                .add(
                        figure(visit, "verified", visit.text("publication.communities", region.getVerifiedCount())),
                        figure(visit, "members", visit.text("publication.schools", region.getVerifiedMemberCount())));
        var target = region.getTargetMemberCount();
        if (target != null) {
            shown.add(figure(visit, "target", visit.text("publication.schools", target)));
        }
        var share = region.getTargetShare();
        return share == null ? shown : shown.add(figure(visit, "share", visit.percent(share)));
    }

    static Tag figure(Visit visit, String what, String number) {
        return Tag.of("div")
                .add(
                        Tag.of("dt").say(visit.text("publication.figure." + what)),
                        Tag.of("dd").say(number));
    }

    /** A row for each region, which leads there. */
    static Tag table(Visit visit, String title, List<PublicRegionCount> regions, String programme) {
        var columns = Stream.of("region", "target", "members", "share", "verified", "new")
                .map(column -> visit.text("publication.column." + column));
        var rows = regions.stream()
                .map(region -> row(
                        link(region, programme),
                        Stream.of(
                                number(region.getTargetMemberCount()),
                                number(region.getVerifiedMemberCount()),
                                share(visit, region.getTargetShare()),
                                number(region.getVerifiedCount()),
                                number(region.getCommunityCount()))))
                .toList();
        return table(title, columns, rows);
    }

    /** A table that can be moved by itself where it is wider than the page. */
    static Tag table(String title, Stream<String> columns, List<Tag> rows) {
        var head = Tag.of("tr")
                .add(columns.map(column -> Tag.of("th").with("scope", "col").say(column))
                        .toList());
        return Tag.of("div", "pb-scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", title)
                .add(Tag.of("table", "pb-table")
                        .add(
                                Tag.of("caption").say(title),
                                Tag.of("thead").add(head),
                                Tag.of("tbody").add(rows)));
    }

    static Tag row(Tag head, Stream<String> cells) {
        return Tag.of("tr")
                .add(Tag.of("th").with("scope", "row").add(head))
                .add(cells.map(cell -> Tag.of("td").say(cell)).toList());
    }

    private static Tag link(PublicRegionCount region, String programme) {
        return Tag.link(address(region, programme), region.getName());
    }

    static String address(PublicRegionCount region, String programme) {
        return Addresses.with(Addresses.LIST, Map.of("region", region.getCode(), "programme", programme));
    }

    /** The counties, one tile each: the share that is verified as a number and a shade. */
    static Tag map(Visit visit, Counts counts, String programme) {
        var cities = new HashMap<Tile, String>();
        counts.counties()
                .forEach(county -> Tiles.find(county.getCode())
                        .ifPresent(tile -> cities.put(tile, String.valueOf(county.getParentCode()))));
        var tiles = Tag.of("ul", "pb-map").with("aria-label", visit.text("publication.map"));
        counts.counties()
                .forEach(county -> Tiles.find(county.getCode())
                        .ifPresent(place -> tiles.add(Tag.of("li", "pb-x" + place.x() + " pb-y" + place.y())
                                .add(tile(visit, county, programme)
                                        .with(
                                                "data-edges",
                                                String.join(" ", Tiles.edges(county.getCode(), cities)))))));
        return Tag.of("figure", "pb-map-frame")
                .add(tiles, Tag.of("figcaption", "tk-soft").say(visit.text("publication.map.legend")));
    }

    private static Tag tile(Visit visit, PublicRegionCount county, String programme) {
        var share = county.getVerifiedShare();
        var words = visit.text(
                "publication.map.tile", county.getName(), county.getVerifiedCount(), county.getCommunityCount());
        return Tag.of("a")
                .with("href", address(county, programme))
                .with("aria-label", words)
                .with("title", words)
                .with("data-shade", share == null ? "none" : String.valueOf((int) Math.floor(share * STEPS)))
                .add(
                        Tag.of("span", "pb-tile-name").say(shortName(county.getName())),
                        Tag.of("span", "pb-tile-number")
                                .say(share == null ? NONE : String.valueOf(Math.round(share * 100))));
    }

    private static String shortName(String name) {
        return name.codePointCount(0, name.length()) <= SHORT_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME));
    }

    static String number(@Nullable Integer count) {
        return count == null ? NONE : String.valueOf(count);
    }

    static String share(Visit visit, @Nullable Double share) {
        return share == null ? NONE : visit.percent(share);
    }
}
