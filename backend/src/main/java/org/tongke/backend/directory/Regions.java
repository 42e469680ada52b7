package org.tongke.backend.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.tongke.backend.base.who.Scope;

/**
 * The tree of regions: the province, its cities, and the county-level units of the notice's annex 1 in its order; beside it the counties that
 * came later, and what became of which. Data of the product ({@code directory/*.csv}), held in memory: asking costs no round trip.
 */
@Component
public class Regions {
    /** Code of the province, the root of the tree. */
    public static final String PROVINCE = "33";

    private final Map<String, Region> printed;
    private final Map<String, Region> byCode;
    private final List<RegionChange> changes;
    private final Map<String, List<Region>> children;

    Regions() {
        printed = new LinkedHashMap<>();
        read("directory/regions.csv", printed);
        byCode = new LinkedHashMap<>(printed);
        read("directory/later-regions.csv", byCode);
        changes = ProductFiles.rows(
                "directory/region-changes.csv",
                row -> new RegionChange(
                        LocalDate.parse(row.getField("on")),
                        get(row.getField("from")),
                        get(row.getField("to")),
                        row.getField("ends").equals("yes")));
        children = new LinkedHashMap<>();
        for (var region : printed.values()) {
            if (region.parentCode() != null) {
                children.computeIfAbsent(region.parentCode(), _ -> new ArrayList<>())
                        .add(region);
            }
        }
    }

    /** A scope that names a place also where it is everywhere, so that an index by place serves. */
    public static Scope byPlace(Scope scope) {
        return scope.everywhere() ? Scope.of(List.of(PlaceKey.region(PROVINCE))) : scope;
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

    /** All regions of the notice, each after the one above it. */
    public Collection<Region> all() {
        return printed.values();
    }

    /** All regions that there were at any time, each after the one above it: those of the notice, then those that came later. */
    public Collection<Region> ever() {
        return byCode.values();
    }

    /** The regions that there were on a day, each after the one above it. */
    public List<Region> asOf(LocalDate day) {
        return byCode.values().stream()
                .filter(region ->
                        from(region).filter(first -> first.isAfter(day)).isEmpty())
                .filter(region -> until(region).filter(end -> !end.isAfter(day)).isEmpty())
                .toList();
    }

    /** First day of a region that came after the notice; empty for those of the notice. */
    public Optional<LocalDate> from(Region region) {
        return printed.containsKey(region.code())
                ? Optional.empty()
                : predecessors(region).stream().map(RegionChange::on).min(Comparator.naturalOrder());
    }

    /** First day on which a region is no more; empty for those that are. */
    public Optional<LocalDate> until(Region region) {
        return successors(region).stream()
                .filter(RegionChange::isEnd)
                .map(RegionChange::on)
                .min(Comparator.naturalOrder());
    }

    /** To which regions places of a region belong since. */
    public List<RegionChange> successors(Region region) {
        return changes.stream().filter(change -> change.from().equals(region)).toList();
    }

    /** From which regions places of a region came. */
    public List<RegionChange> predecessors(Region region) {
        return changes.stream().filter(change -> change.to().equals(region)).toList();
    }

    private static void read(String file, Map<String, Region> regions) {
        for (var row : ProductFiles.rows(file, Function.identity())) {
            var code = row.getField("code");
            var parentCode = row.getField("parent").isEmpty() ? null : row.getField("parent");
            var above = parentCode == null ? null : Objects.requireNonNull(regions.get(parentCode), parentCode);
            var kind = RegionKind.valueOf(row.getField("kind"));
            regions.put(code, new Region(code, row.getField("name"), kind, parentCode, placesOf(code, above)));
        }
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
