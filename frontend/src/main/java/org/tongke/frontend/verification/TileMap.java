package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongke.frontend.component.Tiles;
import org.tongke.frontend.component.Tiles.Tile;

/** The units on a schematic map, one tile each: the share that is verified as a number and a shade, and a sign where some are late. */
final class TileMap extends Div {
    private static final int SHADES = 4;
    private static final int SHORT_NAME = 2;
    private static final double PERCENT = 100.0;

    /** @param units what to show; those that have no tile are left to the table */
    TileMap(List<Unit> units) {
        addClassName("tkf-map");
        var cities = new HashMap<Tile, String>();
        units.forEach(unit -> Tiles.find(unit.code()).ifPresent(tile -> cities.put(tile, unit.city())));
        var west = cities.keySet().stream().mapToInt(Tile::x).min().orElse(0);
        var north = cities.keySet().stream().mapToInt(Tile::y).min().orElse(0);
        var east = cities.keySet().stream().mapToInt(Tile::x).max().orElse(0);
        var tiles = new UnorderedList();
        tiles.addClassName("tkf-tiles");
        tiles.getStyle().set("--tkf-columns", String.valueOf(east - west + 1));
        units.forEach(unit -> Tiles.find(unit.code())
                .ifPresent(tile -> tiles.add(item(unit, tile.plus(1 - west, 1 - north), cities))));
        var legend = new Paragraph(text("verification.map.legend"));
        legend.addClassName("tkf-soft");
        add(tiles, legend);
    }

    private static ListItem item(Unit unit, Tile place, Map<Tile, String> cities) {
        var share = unit.verifiedShare();
        var name = new Span(shortName(unit.name()));
        name.addClassName("tkf-tile-name");
        var number = new Span(share == null ? text("verification.none") : String.valueOf(percent(share)));
        number.addClassName("tkf-tile-number");
        var link = new Anchor(unit.path(), name, number);
        if (unit.late() > 0) {
            var sign = new Span("!");
            sign.addClassName("tkf-tile-late");
            link.add(sign);
        }
        link.getElement().setAttribute("aria-label", unit.words()).setAttribute("title", unit.words());
        link.getElement()
                .setAttribute("data-shade", share == null ? "none" : String.valueOf((int) Math.floor(share * SHADES)));
        link.getElement().setAttribute("data-edges", String.join(" ", Tiles.edges(unit.code(), cities)));
        var item = new ListItem(link);
        item.getStyle().set("grid-column", String.valueOf(place.x())).set("grid-row", String.valueOf(place.y()));
        return item;
    }

    private static long percent(double share) {
        return Math.round(share * PERCENT);
    }

    private static String shortName(String name) {
        return name.codePointCount(0, name.length()) <= SHORT_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME));
    }
}
