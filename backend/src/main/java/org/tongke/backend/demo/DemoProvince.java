package org.tongke.backend.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.PrintedCount;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.SchoolArea;

/**
 * The demo's province: every unit of annex 1 with as many invented schools of each area type as the annex counts, those of
 * {@link DemoCounty} among them, and communities that meet some units' targets and miss those of others. Always the same. Pure.
 */
final class DemoProvince {
    /** Communities that a unit without a task has all the same, where it has schools enough. */
    private static final int WITHOUT_TASK = 2;

    private static final int LEAST_PERCENT = 55;
    private static final int MOST_PERCENT = 120;

    private final List<Unit> units;

    /** A unit with its schools and communities, without those of the demo's county. */
    record Unit(Region region, List<PlannedSchool> schools, List<PlannedCommunity> communities) {}

    /** A school to enter. */
    record PlannedSchool(String id, String name, SchoolArea area) {}

    /** A community to enter: core first. */
    record PlannedCommunity(String id, String name, Mode mode, List<PlannedSchool> schools, boolean isNew) {
        PlannedSchool core() {
            return schools.getFirst();
        }
    }

    /**
     * @param targets the units of annex 1
     * @param regions regions by code
     */
    DemoProvince(List<Target> targets, Map<String, Region> regions) {
        units = targets.stream().map(target -> unit(target, regions)).toList();
    }

    List<Unit> units() {
        return units;
    }

    private static Unit unit(Target target, Map<String, Region> regions) {
        var region = regions.get(target.regionCode());
        if (region == null) {
            throw new IllegalStateException("annex 1 has a unit that is no region: " + target.regionCode());
        }
        var random = new Random(region.code().hashCode());
        var schools = schools(target, region, random);
        return new Unit(
                region,
                schools.values().stream().flatMap(List::stream).toList(),
                communities(target, region, schools, random));
    }

    private static Map<SchoolArea, List<PlannedSchool>> schools(Target target, Region region, Random random) {
        var byHand = Stream.of(DemoSchool.values())
                .filter(_ -> region.code().equals(DemoCounty.COUNTY))
                .toList();
        var taken = byHand.stream().map(DemoSchool::fullName).collect(Collectors.toSet());
        var county = region.name().replace("本级", "");
        var places = DemoNames.places(random).iterator();
        var schools = new EnumMap<SchoolArea, List<PlannedSchool>>(SchoolArea.class);
        for (var area : SchoolArea.values()) {
            var count = counted(target, area).orZero()
                    - byHand.stream().filter(school -> school.area() == area).count();
            var some = new ArrayList<PlannedSchool>();
            while (some.size() < count) {
                var name = DemoNames.school(county, places.next(), area, random);
                if (taken.add(name)) {
                    var id = "demo-%s-%s%d".formatted(region.code(), area.name().substring(0, 1), some.size() + 1);
                    some.add(new PlannedSchool(id, name, area));
                }
            }
            schools.put(area, some);
        }
        return schools;
    }

    private static PrintedCount counted(Target target, SchoolArea area) {
        return switch (area) {
            case URBAN -> target.urban();
            case TOWN -> target.town();
            case RURAL -> target.rural();
        };
    }

    /** Urban schools, else the first of the towns, are core; the villages' and then the towns' others are members. */
    private static List<PlannedCommunity> communities(
            Target target, Region region, Map<SchoolArea, List<PlannedSchool>> schools, Random random) {
        var urban = schools.getOrDefault(SchoolArea.URBAN, List.of());
        var town = schools.getOrDefault(SchoolArea.TOWN, List.of());
        var members = new ArrayList<>(schools.getOrDefault(SchoolArea.RURAL, List.of()));
        var cores = urban.isEmpty() ? town.subList(0, (town.size() + 1) / 2) : urban;
        members.addAll(urban.isEmpty() ? town.subList(cores.size(), town.size()) : town);
        var percent = LEAST_PERCENT + random.nextInt(MOST_PERCENT - LEAST_PERCENT);
        var wanted = target.hasTask() ? (target.newMembers().orZero() * percent + 99) / 100 : WITHOUT_TASK;
        var communities = new ArrayList<PlannedCommunity>();
        var free = members.iterator();
        for (var core : cores) {
            if (wanted <= 0 || !free.hasNext()) {
                break;
            }
            var of = new ArrayList<>(List.of(core, free.next()));
            wanted--;
            if (wanted > 0 && free.hasNext() && random.nextInt(5) == 0) {
                of.add(free.next());
                wanted--;
            }
            var mode = !target.hasTask() ? Mode.COLLABORATIVE : random.nextInt(3) == 0 ? Mode.MERGED : Mode.CO_BUILT;
            var name = core.name().replace(region.name().replace("本级", ""), "") + "教共体";
            communities.add(
                    new PlannedCommunity(core.id() + "-community", name, mode, List.copyOf(of), target.hasTask()));
        }
        return communities.stream()
                .sorted(Comparator.comparing(PlannedCommunity::id))
                .toList();
    }
}
