package org.tongke.backend.directory.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.FormerName;
import org.tongke.backend.directory.Position;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolChange;
import org.tongke.backend.directory.SchoolEntries;
import org.tongke.backend.directory.SchoolFacts;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;

/**
 * Judges rows that tell of schools. A row means the school with its code, else the one of its county that bears its name. What a row
 * does not tell of a school that stands stays as it is.
 */
@Component
class SchoolJudge {
    private static final int LONGEST_NAMES = 200;

    private final Schools schools;
    private final CountyNames counties;

    SchoolJudge(Schools schools, CountyNames counties) {
        this.schools = schools;
        this.counties = counties;
    }

    /** What a row says, as far as it can be read. */
    private record Said(
            GivenEntry row,
            RowReading reading,
            @Nullable String code,
            String name,
            @Nullable Region county,
            @Nullable SchoolArea area,
            @Nullable List<SchoolStage> stages,
            @Nullable String campusOf,
            @Nullable String address,
            @Nullable Position position,
            @Nullable String formerName,
            @Nullable LocalDate closedOn) {

        String nameKey() {
            return (county == null ? "" : county.code()) + " " + Names.normalize(name);
        }
    }

    /**
     * Judges rows. One round trip, whatever their number.
     *
     * @param usual county of rows that tell none; null for none
     * @param scope where schools may be entered
     * @param seen codes and names of rows before, with their numbers; those of these rows are added
     */
    List<Judged<SchoolChange>> judge(
            List<GivenEntry> rows, @Nullable Region usual, Scope scope, Map<String, Integer> seen) {
        var said = rows.stream().map(row -> read(row, usual)).toList();
        var standing = Standing.of(schools.findCalled(
                said.stream().map(Said::code).filter(Objects::nonNull).toList(), names(said), Scope.EVERYWHERE));
        return said.stream().map(one -> judge(one, standing, scope, seen)).toList();
    }

    private static Collection<String> names(List<Said> said) {
        var names = new ArrayList<String>();
        for (var one : said) {
            names.add(one.name);
            if (one.campusOf != null) {
                names.add(one.campusOf);
            }
        }
        names.removeIf(String::isEmpty);
        return names;
    }

    private Said read(GivenEntry row, @Nullable Region usual) {
        var reading = new RowReading(row);
        return new Said(
                row,
                reading,
                reading.code(),
                reading.text(TableColumn.NAME, SchoolEntries.LONGEST_NAME),
                reading.county(counties, usual),
                reading.area(),
                reading.stages(),
                reading.find(TableColumn.CAMPUS_OF, SchoolEntries.LONGEST_NAME),
                reading.find(TableColumn.ADDRESS, SchoolEntries.LONGEST_ADDRESS),
                reading.position(),
                reading.find(TableColumn.FORMER_NAME, LONGEST_NAMES),
                reading.day(TableColumn.CLOSED_ON));
    }

    private Judged<SchoolChange> judge(Said said, Standing standing, Scope scope, Map<String, Integer> seen) {
        var reading = said.reading;
        checkTwice(said, seen);
        var county = said.county;
        if (county != null && !scope.covers(county.places())) {
            reading.problem(ProblemKind.NOT_YOURS, TableColumn.COUNTY, county.name());
        }
        var before = county == null ? null : meant(said, county, standing);
        var campusOf = campusOf(said, county, standing, before);
        if (county == null || !reading.problems().isEmpty()) {
            return problem(said);
        }
        var start = before == null ? fresh(said, county) : before;
        if (start == null) {
            return problem(said);
        }
        var facts = start.facts();
        var after = start.renamed(said.name, null)
                .with(
                        Optional.ofNullable(said.area).orElse(start.area()),
                        new SchoolFacts(
                                Optional.ofNullable(said.code).orElse(facts.code()),
                                Optional.ofNullable(said.stages).orElse(facts.stages()),
                                Optional.ofNullable(campusOf).orElse(facts.campusOf()),
                                Optional.ofNullable(said.address).orElse(facts.address()),
                                Optional.ofNullable(said.position).orElse(facts.position())))
                .closed(Optional.ofNullable(said.closedOn).orElse(start.closedOn()));
        after = formerly(after, said.formerName);
        return judged(said, before, after);
    }

    private static Judged<SchoolChange> problem(Said said) {
        return Judged.problem(said.row, said.name, said.reading.problems());
    }

    private static Judged<SchoolChange> judged(Said said, @Nullable School before, School after) {
        if (before != null && before.saysAs(after)) {
            return Judged.unchanged(said.row, said.name);
        }
        var change = new SchoolChange(before, after);
        return before == null
                ? Judged.added(said.row, said.name, change)
                : Judged.changed(said.row, said.name, before.changesTo(after), change);
    }

    private static void checkTwice(Said said, Map<String, Integer> seen) {
        if (said.code != null) {
            var other = seen.putIfAbsent(said.code, said.row.number());
            if (other != null) {
                said.reading.problem(ProblemKind.TWICE, TableColumn.CODE, said.code, other.toString());
            }
        }
        if (!said.name.isEmpty()) {
            var other = seen.putIfAbsent(said.nameKey(), said.row.number());
            if (other != null) {
                said.reading.problem(ProblemKind.TWICE, TableColumn.NAME, said.name, other.toString());
            }
        }
    }

    /** The school that a row means; null for a new one, and where something is wrong. */
    private static @Nullable School meant(Said said, Region county, Standing standing) {
        var byCode = said.code == null ? null : standing.byCode.get(said.code);
        if (byCode != null && said.code != null) {
            if (!byCode.countyCode().equals(county.code())) {
                said.reading.problem(ProblemKind.CODE_OF_ANOTHER, TableColumn.CODE, said.code, byCode.name());
            }
            return byCode;
        }
        var byName = standing.in(county, said.name);
        if (byName != null && said.code != null && byName.facts().code() != null) {
            said.reading.problem(
                    ProblemKind.CODE_DIFFERS,
                    TableColumn.CODE,
                    byName.name(),
                    byName.facts().code());
        }
        return byName;
    }

    private static @Nullable String campusOf(
            Said said, @Nullable Region county, Standing standing, @Nullable School before) {
        if (said.campusOf == null || county == null) {
            return null;
        }
        var main = standing.in(county, said.campusOf);
        if (main == null || before != null && main.id().equals(before.id())) {
            said.reading.problem(ProblemKind.SCHOOL_UNKNOWN, TableColumn.CAMPUS_OF, said.campusOf);
            return null;
        }
        return main.id();
    }

    private @Nullable School fresh(Said said, Region county) {
        if (said.area == null) {
            said.reading.problem(ProblemKind.MISSING, TableColumn.AREA, TableColumn.AREA.head());
            return null;
        }
        var id = said.code == null ? "named-" + Sha256.of(said.nameKey()).substring(0, 24) : "code-" + said.code;
        return schools.make(id, said.name, said.area, county.code());
    }

    private static School formerly(School school, @Nullable String names) {
        if (names == null) {
            return school;
        }
        var former = new ArrayList<>(school.formerNames());
        for (var name : names.split("[、;；,，]")) {
            var isKnown = former.stream()
                    .anyMatch(known -> Names.normalize(known.name()).equals(Names.normalize(name)));
            if (!name.isBlank() && !isKnown && !school.isNamed(name)) {
                former.addFirst(new FormerName(name.strip(), null));
            }
        }
        return school.formerly(former);
    }

    /** The schools that stand, by what rows call them. */
    private record Standing(Map<String, School> byCode, Map<String, School> byName) {
        static Standing of(List<School> found) {
            var standing = new Standing(new HashMap<>(), new HashMap<>());
            for (var school : found) {
                if (school.facts().code() != null) {
                    standing.byCode.put(school.facts().code(), school);
                }
                // the name that a school has goes before one that another had
                school.formerNames()
                        .forEach(
                                former -> standing.byName.putIfAbsent(key(school.countyCode(), former.name()), school));
            }
            found.forEach(school -> standing.byName.put(key(school.countyCode(), school.name()), school));
            return standing;
        }

        @Nullable
        School in(Region county, String name) {
            return byName.get(key(county.code(), name));
        }

        private static String key(String county, String name) {
            return county + " " + Names.normalize(name);
        }
    }
}
