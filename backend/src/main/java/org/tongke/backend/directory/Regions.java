package org.tongke.backend.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.ProductFiles;
import org.tongke.backend.base.who.PlaceKey;

/**
 * The tree of regions: the province, its cities, and the county-level units of the notice's annex 1 in its order. Data of the
 * product ({@code directory/regions.csv}), held in memory: asking costs no round trip.
 */
@Component
public class Regions {
    /** Code of the province, the root of the tree. */
    public static final String PROVINCE = "33";

    private final Map<String, Region> byCode;
    private final Map<String, List<Region>> children;

    Regions() {
        byCode = read();
        children = new LinkedHashMap<>();
        for (var region : byCode.values()) {
            if (region.parentCode() != null) {
                children.computeIfAbsent(region.parentCode(), _ -> new ArrayList<>())
                        .add(region);
            }
        }
    }

    /** The region with a code. */
    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The region with a code. Throws if there is none. */
    public Region get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no region " + code));
    }

    /** Regions right below one, in the order of annex 1. */
    public List<Region> children(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    /** The region right above one; empty for the province. */
    public Optional<Region> parent(Region region) {
        return Optional.ofNullable(region.parentCode()).map(this::get);
    }

    /** All regions, each after the one above it. */
    public Collection<Region> all() {
        return byCode.values();
    }

    private static Map<String, Region> read() {
        var regions = new LinkedHashMap<String, Region>();
        for (var row : ProductFiles.rows("directory/regions.csv", Function.identity())) {
            var code = row.getField("code");
            var parentCode = row.getField("parent").isEmpty() ? null : row.getField("parent");
            var above = parentCode == null ? null : Objects.requireNonNull(regions.get(parentCode), parentCode);
            var kind = RegionKind.valueOf(row.getField("kind"));
            regions.put(code, new Region(code, row.getField("name"), kind, parentCode, placesOf(code, above)));
        }
        return regions;
    }

    private static List<String> placesOf(String code, @Nullable Region above) {
        var places = new ArrayList<String>();
        places.add(PlaceKey.region(code).value());
        if (above != null) {
            places.addAll(above.places());
        }
        return places;
    }
}
