package org.tongke.backend.community.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.sheet.NamesInCell;
import org.tongke.backend.community.roster.sheet.ReadCell;
import org.tongke.backend.community.roster.sheet.ReadCommunity;
import org.tongke.backend.community.roster.sheet.ReadForm;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.School;

/**
 * Makes planned communities of a form that was read: names become schools of the county, words become modes. What cannot be resolved is a
 * problem, and is missing in what is planned. Pure.
 */
final class RosterResolver {
    private final Region county;
    private final Region city;
    private final CountySchools schools;
    private final Map<String, List<School>> elsewhere;
    private final Map<String, String> countyNames;
    private final List<RosterProblem> problems = new ArrayList<>();
    private final Set<String> incomplete = new HashSet<>();
    private final Map<String, Draft> byCore = new LinkedHashMap<>();

    /** A community while its rows are put together. */
    private record Draft(
            RosterSchool core,
            Map<String, RosterSchool> members,
            Mode mode,
            ReadCell modeCell,
            Map<String, SheetPlace> places) {}

    /**
     * @param county whose roster it is
     * @param city the region above
     * @param schools the county's schools
     * @param elsewhere schools of other counties by normalized name, for those of {@link #namesToSeek}
     * @param countyNames names of counties by their codes
     */
    RosterResolver(
            Region county,
            Region city,
            CountySchools schools,
            Map<String, List<School>> elsewhere,
            Map<String, String> countyNames) {
        this.county = county;
        this.city = city;
        this.schools = schools;
        this.elsewhere = elsewhere;
        this.countyNames = countyNames;
    }

    /** Names in a form that no school of the county bears. */
    static List<String> namesToSeek(ReadForm form, CountySchools schools) {
        return form.communities().stream()
                .flatMap(community -> Stream.concat(Stream.of(community.core()), community.members().stream()))
                .flatMap(cell -> NamesInCell.of(cell.text(), schools::knows).stream())
                .filter(name -> !schools.knows(name))
                .distinct()
                .toList();
    }

    /** What the form plans. The problems of the form itself come first. */
    static RosterResolver resolve(ReadForm form, RosterResolver resolver) {
        resolver.problems.addAll(form.problems());
        var told = new ArrayList<String>();
        for (var community : form.communities()) {
            resolver.checkPlace(community, told);
            resolver.resolve(community);
        }
        if (form.communities().isEmpty() && form.problems().stream().noneMatch(RosterProblem::isError)) {
            resolver.problems.add(RosterProblem.of(ProblemKind.NO_COMMUNITIES, null));
        }
        return resolver;
    }

    List<PlannedRow> rows() {
        return byCore.values().stream()
                .map(draft -> new PlannedRow(
                        new RosterRow(draft.core(), List.copyOf(draft.members().values()), draft.mode()),
                        !incomplete.contains(draft.core().id()),
                        draft.places()))
                .toList();
    }

    List<RosterProblem> problems() {
        return problems;
    }

    /** Each wrong word once, however many rows say it. */
    private void checkPlace(ReadCommunity community, List<String> told) {
        var wrong = !community.county().isBlank()
                        && !isCalled(county, community.county().text())
                ? Optional.of(community.county())
                : Optional.of(community.city())
                        .filter(cell ->
                                !cell.isBlank() && !isCalled(city, cell.text()) && !isCalled(county, cell.text()));
        wrong.ifPresent(cell -> {
            if (!told.contains(cell.text())) {
                told.add(cell.text());
                problems.add(RosterProblem.of(
                        ProblemKind.ROW_OF_OTHER_COUNTY,
                        cell.place(),
                        cell.text().strip(),
                        county.name()));
            }
        });
    }

    /** 乐清, 乐清市, 温州市乐清市, 乐清市教育局 and 大榭开发区代管 are the county's names as well. */
    private static boolean isCalled(Region region, String words) {
        var said = Names.normalize(words);
        var name = Names.normalize(region.name());
        var isShort = name.length() > 2 && said.equals(name.substring(0, name.length() - 1));
        return said.contains(name) || isShort;
    }

    private void resolve(ReadCommunity community) {
        var mode = mode(community);
        var core = core(community.core());
        var members = new LinkedHashMap<String, RosterSchool>();
        var places = new HashMap<String, SheetPlace>();
        var isComplete = true;
        for (var cell : community.members()) {
            for (var name : NamesInCell.of(cell.text(), schools::knows)) {
                var school = find(name, cell);
                isComplete &= school.isPresent();
                school.ifPresent(one -> addMember(one, cell, members, places));
            }
        }
        if (!isComplete) {
            core.map(School::id).ifPresent(incomplete::add);
        }
        if (community.core().isBlank()) {
            var place = community.members().isEmpty()
                    ? community.core().place()
                    : community.members().getFirst().place();
            problems.add(RosterProblem.of(ProblemKind.NO_CORE, place));
        }
        if (core.isPresent() && mode.isPresent()) {
            put(
                    core.get(),
                    community.core(),
                    members,
                    mode.get(),
                    community.modes().getFirst(),
                    places);
        }
    }

    private void addMember(
            School school, ReadCell cell, Map<String, RosterSchool> members, Map<String, SheetPlace> places) {
        if (members.containsKey(school.id())) {
            problems.add(RosterProblem.of(ProblemKind.MEMBER_TWICE, cell.place(), school.name()));
            return;
        }
        members.put(school.id(), RosterSchool.of(school, reason(cell)));
        places.put(school.id(), cell.place());
    }

    private static @Nullable String reason(ReadCell cell) {
        return cell.note().isBlank() ? null : cell.note().strip();
    }

    private void put(
            School core,
            ReadCell cell,
            Map<String, RosterSchool> members,
            Mode mode,
            ReadCell modeCell,
            Map<String, SheetPlace> places) {
        var before = byCore.get(core.id());
        if (before == null) {
            var all = new HashMap<>(places);
            all.put(core.id(), cell.place());
            byCore.put(core.id(), new Draft(RosterSchool.of(core, reason(cell)), members, mode, modeCell, all));
            return;
        }
        if (before.mode() != mode) {
            problems.add(RosterProblem.of(
                    ProblemKind.MODES_DIFFER,
                    modeCell.place(),
                    core.name(),
                    before.modeCell().text().strip(),
                    modeCell.text().strip()));
            return;
        }
        problems.add(RosterProblem.of(ProblemKind.CORE_TWICE, cell.place(), core.name()));
        members.forEach((id, school) -> {
            if (before.members().putIfAbsent(id, school) == null) {
                before.places().put(id, Objects.requireNonNull(places.get(id)));
            } else {
                problems.add(RosterProblem.of(ProblemKind.MEMBER_TWICE, places.get(id), school.name()));
            }
        });
    }

    private Optional<School> core(ReadCell cell) {
        var names = NamesInCell.of(cell.text(), schools::knows);
        if (names.size() > 1) {
            problems.add(RosterProblem.of(ProblemKind.SEVERAL_CORES, cell.place(), String.join("、", names)));
            return Optional.empty();
        }
        return names.stream().findFirst().flatMap(name -> find(name, cell));
    }

    private Optional<School> find(String name, ReadCell cell) {
        var found = List.copyOf(schools.find(name));
        if (found.size() > 1) {
            problems.add(RosterProblem.ofName(ProblemKind.SCHOOL_AMBIGUOUS, cell.place(), name, found, name));
            return Optional.empty();
        }
        if (found.isEmpty()) {
            problems.add(unknown(name, cell));
            return Optional.empty();
        }
        var school = found.getFirst();
        if (!schools.isFullName(name)) {
            problems.add(RosterProblem.of(ProblemKind.NOT_FULL_NAME, cell.place(), name, school.name()));
        }
        return Optional.of(school);
    }

    private RosterProblem unknown(String name, ReadCell cell) {
        var near = schools.nearest(name);
        var there = elsewhere.getOrDefault(Names.normalize(name), List.of());
        return there.isEmpty()
                ? RosterProblem.ofName(ProblemKind.SCHOOL_UNKNOWN, cell.place(), name, near, name, county.name())
                : RosterProblem.ofName(
                        ProblemKind.SCHOOL_ELSEWHERE,
                        cell.place(),
                        name,
                        near,
                        name,
                        Objects.requireNonNullElse(
                                countyNames.get(there.getFirst().countyCode()), "?"),
                        county.name());
    }

    private Optional<Mode> mode(ReadCommunity community) {
        if (community.modes().isEmpty()) {
            problems.add(RosterProblem.of(
                    ProblemKind.MODE_MISSING,
                    community.core().place(),
                    community.core().text().strip()));
            return Optional.empty();
        }
        var first = community.modes().getFirst();
        var mode = mode(first);
        for (var other : community.modes().subList(1, community.modes().size())) {
            if (mode.isPresent() && !modeOf(other).equals(mode)) {
                problems.add(RosterProblem.of(
                        ProblemKind.MODES_DIFFER,
                        other.place(),
                        community.core().text().strip(),
                        first.text().strip(),
                        other.text().strip()));
                return Optional.empty();
            }
        }
        return mode;
    }

    private Optional<Mode> mode(ReadCell cell) {
        var mode = modeOf(cell);
        if (mode.isEmpty()) {
            problems.add(RosterProblem.of(
                    ProblemKind.MODE_UNKNOWN, cell.place(), cell.text().strip()));
        } else if (mode.get() == Mode.COLLABORATIVE) {
            problems.add(RosterProblem.of(ProblemKind.MODE_COLLABORATIVE, cell.place()));
        }
        return mode.filter(one -> one != Mode.COLLABORATIVE);
    }

    private static Optional<Mode> modeOf(ReadCell cell) {
        var words = Names.normalize(cell.text());
        var modes = new ArrayList<Mode>();
        if (words.contains("融合")) {
            modes.add(Mode.MERGED);
        }
        if (words.contains("共建")) {
            modes.add(Mode.CO_BUILT);
        }
        if (words.contains("协作")) {
            modes.add(Mode.COLLABORATIVE);
        }
        return modes.size() == 1 ? Optional.of(modes.getFirst()) : Optional.empty();
    }
}
