package org.tongke.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The sketch map's file, which the pages have, beside the backend's units of annex 1. */
class TilesTest {
    private static final int COUNTY_CODE = 6;

    private final Map<String, String> tiles = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        rows("verification/tiles.csv").forEach(row -> tiles.put(row[0], row[1] + " " + row[2]));
        rows("directory/regions.csv")
                .filter(row -> row[0].length() == COUNTY_CODE)
                .forEach(row -> cities.put(row[0], row[2]));
    }

    @Test
    void everyUnitHasATileOfItsOwn() {
        assertThat(cities).hasSize(105);
        assertThat(tiles.keySet()).isEqualTo(cities.keySet());
        assertThat(tiles.values()).doesNotHaveDuplicates();
    }

    @Test
    void eachOfTheElevenCitiesIsInOnePiece() {
        var byCity = cities.keySet().stream()
                .collect(Collectors.groupingBy(cities::get, Collectors.mapping(tiles::get, Collectors.toSet())));
        assertThat(byCity).hasSize(11);
        assertThat(byCity)
                .allSatisfy(
                        (city, places) -> assertThat(reached(places)).as(city).isEqualTo(places));
    }

    @Test
    void liesRoughlyAsTheProvinceDoes() {
        assertThat(x("330902")).as("定海 in the east").isGreaterThan(x("330203"));
        assertThat(x("330881")).as("江山 in the west").isLessThan(x("330702"));
        assertThat(y("330522")).as("长兴 in the north").isLessThan(y("330102"));
        assertThat(y("330327")).as("苍南 in the south").isGreaterThan(y("330382"));
        // as many columns as a phone has room for with 24 pixels each
        assertThat(tiles.keySet()).allSatisfy(code -> assertThat(x(code)).isBetween(0, 11));
    }

    private int x(String code) {
        return Integer.parseInt(tiles.getOrDefault(code, "-1 -1").split(" ")[0]);
    }

    private int y(String code) {
        return Integer.parseInt(tiles.getOrDefault(code, "-1 -1").split(" ")[1]);
    }

    private static Set<String> reached(Set<String> places) {
        var reached = new HashSet<String>();
        var todo = new ArrayDeque<>(List.of(places.iterator().next()));
        while (!todo.isEmpty()) {
            var place = todo.pop();
            if (places.contains(place) && reached.add(place)) {
                int x = Integer.parseInt(place.split(" ")[0]);
                int y = Integer.parseInt(place.split(" ")[1]);
                todo.addAll(List.of((x + 1) + " " + y, (x - 1) + " " + y, x + " " + (y + 1), x + " " + (y - 1)));
            }
        }
        return reached;
    }

    private static Stream<String[]> rows(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","));
    }
}
