package org.tongke.backend.community.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.sheet.FormReader;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** Fills rosters in: from tables as offices have them, with a look before, and row by row by hand. Every command can be repeated. */
@Component
public class RosterTables {
    private final Rosters rosters;
    private final RosterChecks checks;
    private final Schools schools;
    private final Regions regions;

    RosterTables(Rosters rosters, RosterChecks checks, Schools schools, Regions regions) {
        this.rosters = rosters;
        this.checks = checks;
        this.schools = schools;
        this.regions = regions;
    }

    /** The same, at another time: for demo data, which has a past. */
    public RosterTables at(Instant instant) {
        return new RosterTables(rosters.at(instant), checks, schools, regions);
    }

    /**
     * What an officer says besides the table.
     *
     * @param fixes raw ids of the schools that names mean, by the names
     * @param reasons why schools belong to a second community, by raw id
     */
    public record Said(Map<String, String> fixes, Map<String, String> reasons) {
        public Said {
            fixes = Map.copyOf(fixes);
            reasons = Map.copyOf(reasons);
        }
    }

    /**
     * Says what a table would do to a roster, and does nothing. Six round trips, whatever the size of the table.
     *
     * @throws RefusedException NOT_FOUND
     */
    public RosterPreview preview(String raw, GivenFile file, Said said, Scope scope) {
        var roster = rosters.get(raw, scope);
        var county = regions.get(roster.id().county());
        var form = FormReader.read(file);
        var own = new CountySchools(schools.findByRegions(List.of(county.code()), Scope.EVERYWHERE), said.fixes());
        var elsewhere = schools.findByName(RosterResolver.namesToSeek(form, own), Scope.EVERYWHERE);
        var resolved = RosterResolver.resolve(
                form,
                new RosterResolver(
                        county, regions.parent(county).orElse(county), own, elsewhere, countyNames(elsewhere)));
        var rows = RosterPlanning.withReasons(resolved.rows(), roster, said.reasons());
        var problems = new ArrayList<>(resolved.problems());
        problems.addAll(checks.check(roster, rows));
        return new RosterPreview(
                roster,
                file.charset(),
                rows.stream().map(PlannedRow::row).toList(),
                head(form.head(), county).or(roster.head()),
                RosterPlanning.changes(roster, rows),
                problems);
    }

    private Map<String, String> countyNames(Map<String, List<School>> elsewhere) {
        return elsewhere.values().stream()
                .flatMap(List::stream)
                .map(School::countyCode)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> regions.find(code).map(Region::name).orElse(code)));
    }

    /** What the form prints by itself is nothing that somebody filled in. */
    private static FormHead head(FormHead read, Region county) {
        return county.name().concat("教育局").equals(read.unit()) ? new FormHead(null, read.person(), read.phone()) : read;
    }

    /**
     * Takes a table. A table that changes nothing is always taken, whatever was seen before.
     *
     * @param fingerprint of the preview that the officer saw
     * @throws RefusedException NOT_FOUND, ROSTER_SUBMITTED, ROSTER_LOCKED, ROSTER_HAS_ERRORS, TOO_LONG, OUT_OF_RANGE, REVISION_STALE,
     *     PREVIEW_STALE
     */
    public Roster commit(
            String raw,
            GivenFile file,
            Said said,
            long expectedRevision,
            String fingerprint,
            Viewer viewer,
            Scope scope) {
        var preview = preview(raw, file, said, scope);
        var roster = preview.roster();
        if (preview.errorCount() > 0) {
            throw new RefusedException(
                    RosterRefusals.of(ErrorCode.ROSTER_HAS_ERRORS, "sheet", Integer.toString(preview.errorCount())));
        }
        if (!preview.changesAnything()) {
            return roster;
        }
        rosters.requireOpen(roster);
        Rosters.requireRevision(roster, expectedRevision);
        Rosters.requireShort(preview.head());
        requireFew(preview.rows());
        if (!preview.fingerprint().equals(fingerprint)) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.PREVIEW_STALE, "fingerprint"));
        }
        return rosters.write(roster, roster.with(preview.rows(), preview.head()), viewer);
    }

    private static void requireFew(List<RosterRow> rows) {
        if (rows.size() > RosterRules.MOST_ROWS) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.OUT_OF_RANGE, "sheet", 1, RosterRules.MOST_ROWS));
        }
    }

    /**
     * Enters a planned community by hand, or changes one.
     *
     * @param replaces raw id of the core school of the one that it takes the place of; null for a new one
     * @param reasons why schools belong to a second community, by raw id
     * @throws RefusedException NOT_FOUND, ROSTER_SUBMITTED, ROSTER_LOCKED, ROSTER_RULE, OUT_OF_RANGE, REVISION_STALE
     */
    public Roster putRow(
            String raw,
            long expectedRevision,
            @Nullable String replaces,
            String coreId,
            List<String> memberIds,
            Mode mode,
            Map<String, String> reasons,
            Viewer viewer,
            Scope scope) {
        var roster = rosters.get(raw, scope);
        var row = row(roster, coreId, memberIds, mode, reasons);
        var rows = new ArrayList<>(roster.rows());
        var place = indexOf(rows, replaces == null ? coreId : replaces);
        if (place < 0) {
            rows.add(row);
        } else {
            rows.set(place, row);
        }
        if (roster.row(coreId).filter(row::isSame).isPresent() && (replaces == null || replaces.equals(coreId))) {
            return roster;
        }
        rosters.requireOpen(roster);
        Rosters.requireRevision(roster, expectedRevision);
        requireFew(rows);
        if (rows.stream().filter(one -> one.core().id().equals(coreId)).count() > 1) {
            throw new RefusedException(RosterRefusals.of(
                    RosterProblem.of(ProblemKind.CORE_TWICE, null, row.core().name())));
        }
        requireRules(roster, rows);
        return rosters.write(roster, roster.with(rows, roster.head()), viewer);
    }

    private RosterRow row(
            Roster roster, String coreId, List<String> memberIds, Mode mode, Map<String, String> reasons) {
        if (mode == Mode.COLLABORATIVE) {
            throw new RefusedException(RosterRefusals.of(RosterProblem.of(ProblemKind.MODE_COLLABORATIVE, null)));
        }
        var ids = new ArrayList<>(memberIds.stream().distinct().toList());
        ids.add(coreId);
        var found = schools.findAll(ids, Scope.EVERYWHERE);
        var members = ids.subList(0, ids.size() - 1).stream()
                .map(id -> school(found.get(id), roster, "memberIds"))
                .map(school -> RosterSchool.of(school, reasons.get(school.id())))
                .toList();
        var core = school(found.get(coreId), roster, "coreId");
        return new RosterRow(RosterSchool.of(core, reasons.get(coreId)), members, mode);
    }

    private School school(@Nullable School school, Roster roster, String path) {
        if (school == null) {
            throw new RefusedException(Refusal.notFound(path));
        }
        if (!school.countyCode().equals(roster.id().county())) {
            throw new RefusedException(RosterRefusals.of(RosterProblem.of(
                    ProblemKind.SCHOOL_ELSEWHERE,
                    null,
                    school.name(),
                    regions.get(school.countyCode()).name(),
                    regions.get(roster.id().county()).name())));
        }
        return school;
    }

    private static int indexOf(List<RosterRow> rows, String coreId) {
        return rows.stream().map(row -> row.core().id()).toList().indexOf(coreId);
    }

    /** What was wrong before is no reason to refuse what mends something else. */
    private void requireRules(Roster roster, List<RosterRow> rows) {
        var before = checks.check(
                roster, roster.rows().stream().map(PlannedRow::stored).toList());
        var wrong = checks.check(roster, rows.stream().map(PlannedRow::stored).toList()).stream()
                .filter(RosterProblem::isError)
                .filter(problem -> !before.contains(problem))
                .map(RosterRefusals::of)
                .toList();
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    /**
     * Takes a planned community out. Repeating it changes nothing.
     *
     * @throws RefusedException NOT_FOUND, ROSTER_SUBMITTED, ROSTER_LOCKED, REVISION_STALE
     */
    public Roster dropRow(String raw, long expectedRevision, String coreId, Viewer viewer, Scope scope) {
        var roster = rosters.get(raw, scope);
        if (roster.row(coreId).isEmpty()) {
            return roster;
        }
        rosters.requireOpen(roster);
        Rosters.requireRevision(roster, expectedRevision);
        var rows = roster.rows().stream()
                .filter(row -> !row.core().id().equals(coreId))
                .toList();
        return rosters.write(roster, roster.with(rows, roster.head()), viewer);
    }

    /** What the notice says to rosters as they stand, in their order. One round trip for each programme among them. */
    public List<List<RosterProblem>> checkStored(List<Roster> all) {
        return checks.checkStored(all);
    }
}
