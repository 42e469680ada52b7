package org.tongke.backend.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.demo.DemoProvince.Unit;
import org.tongke.backend.directory.FormerName;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolFacts;
import org.tongke.backend.directory.SchoolStage;

/**
 * What is known of an invented school: a code, stages by its name, of some an address and a former name. The same school has always the
 * same. Pure.
 *
 * @param former what it was called before; null for the most
 * @param closedOn first day on which it was no school any more; null if it is one
 */
record DemoSchoolFacts(
        PlannedSchool school,
        SchoolFacts facts,
        @Nullable FormerName former,
        @Nullable LocalDate closedOn) {
    private static final List<String> ROADS = List.of("文教路", "学院路", "书香路", "育才路", "春晖路", "滨河路");
    /** One school in so many was called otherwise. */
    private static final int ONE_IN = 19;

    /** How names ended before; the first that fits. */
    private static final List<Rename> BEFORE = List.of(
            new Rename("中心小学", "中心校"),
            new Rename("实验小学", "第一小学"),
            new Rename("小学", "完小"),
            new Rename("初级中学", "初中"),
            new Rename("中学", "初中"));

    private record Rename(String now, String before) {}

    private static final int FIRST_YEAR = 2003;
    private static final int YEARS = 15;
    private static final LocalDate CLOSED_ON = LocalDate.of(2020, 8, 31);
    private static final Pattern VILLAGE = Pattern.compile("^.+?[镇乡村]");

    /** Those of a unit's schools; in the demo's county one is closed that no community needs. */
    static List<DemoSchoolFacts> of(Unit unit) {
        var county = unit.region().name().replace("本级", "");
        var all = new ArrayList<DemoSchoolFacts>();
        for (var school : unit.schools()) {
            all.add(of(school, unit.region().code(), county, all.size() + 1));
        }
        if (unit.region().code().equals(DemoCounty.COUNTY)) {
            closeOne(all, unit);
        }
        return all;
    }

    private static void closeOne(List<DemoSchoolFacts> all, Unit unit) {
        var needed = unit.communities().stream()
                .flatMap(community -> community.schools().stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (int i = all.size() - 1; i >= 0; i--) {
            var one = all.get(i);
            if (!needed.contains(one.school())) {
                all.set(i, new DemoSchoolFacts(one.school(), one.facts(), one.former(), CLOSED_ON));
                return;
            }
        }
    }

    /**
     * Those of a school.
     *
     * @param countyName county, as it stands on seals
     * @param number which one it is of its county, from 1 to 9999
     */
    static DemoSchoolFacts of(PlannedSchool school, String countyCode, String countyName, int number) {
        var facts = new SchoolFacts(
                code(countyCode, number), stages(school.name()), null, address(school, countyName, number), null);
        return new DemoSchoolFacts(school, facts, former(school.name(), number), null);
    }

    /** The same as a campus of another school. */
    DemoSchoolFacts asCampusOf(String schoolId) {
        var campus = new SchoolFacts(facts.code(), facts.stages(), schoolId, facts.address(), facts.position());
        return new DemoSchoolFacts(school, campus, former, closedOn);
    }

    /** Ten digits: those of the county, where units without an official code have a letter a digit no county has, and the school's number. */
    private static String code(String countyCode, int number) {
        return "%s%04d".formatted(countyCode.replace('Z', '6').replace('C', '7'), number);
    }

    private static List<SchoolStage> stages(String name) {
        if (name.contains("九年一贯")) {
            return List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR);
        }
        return List.of(name.contains("中学") ? SchoolStage.JUNIOR : SchoolStage.PRIMARY);
    }

    /** In a town or village its own, in the city a road. Two of three are known. */
    private static @Nullable String address(PlannedSchool school, String countyName, int number) {
        if (number % 3 == 0) {
            return null;
        }
        var house = 1 + number * 7 % 198 + "号";
        var road = ROADS.get(number % ROADS.size());
        var within = VILLAGE.matcher(school.name().substring(countyName.length()));
        return switch (school.area()) {
            case URBAN -> countyName + road + house;
            case TOWN, RURAL ->
                within.find()
                        ? countyName + within.group() + (school.area() == SchoolArea.TOWN ? road : "") + house
                        : null;
        };
    }

    private static @Nullable FormerName former(String name, int number) {
        if (number % ONE_IN != 1) {
            return null;
        }
        var until = LocalDate.of(FIRST_YEAR + number % YEARS, 9, 1);
        return BEFORE.stream()
                .filter(rename -> name.endsWith(rename.now()))
                .findFirst()
                .map(rename -> name.substring(0, name.length() - rename.now().length()) + rename.before())
                .map(before -> new FormerName(before, until))
                .orElse(null);
    }

    /** The school as it is to stand, from one of which no more than name, area and county are known. */
    School with(School plain) {
        var known = plain.with(plain.area(), facts).closed(closedOn);
        return Optional.ofNullable(former)
                .map(name -> known.formerly(List.of(name)))
                .orElse(known);
    }
}
