package org.tongke.frontend.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Where the units of annex 1 lie on a schematic map of our own ({@code verification/tiles.csv}): one tile each, roughly as they lie to
 * each other. It is no map of borders and claims none.
 */
public final class Tiles {
    private static final Map<String, Tile> BY_CODE = load();

    /** A place on the map, counted from the west and from the north. */
    public record Tile(int x, int y) {
        /** The place so many to the east and to the south. */
        public Tile plus(int east, int south) {
            return new Tile(x + east, y + south);
        }
    }

    private Tiles() {}

    /** The place of a unit; empty if it has none. */
    public static Optional<Tile> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** On which sides, of n e s w, the neighbour is not one of the same city. */
    public static List<String> edges(String code, Map<Tile, String> cityByTile) {
        var tile = BY_CODE.get(code);
        var city = cityByTile.get(tile);
        return tile == null
                ? List.of()
                : Stream.of(
                                Map.entry("n", tile.plus(0, -1)),
                                Map.entry("e", tile.plus(1, 0)),
                                Map.entry("s", tile.plus(0, 1)),
                                Map.entry("w", tile.plus(-1, 0)))
                        .filter(side -> city == null || !city.equals(cityByTile.get(side.getValue())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static Map<String, Tile> load() {
        try {
            var tiles = new HashMap<String, Tile>();
            new ClassPathResource("verification/tiles.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells ->
                            tiles.put(cells[0], new Tile(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]))));
            return Map.copyOf(tiles);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
