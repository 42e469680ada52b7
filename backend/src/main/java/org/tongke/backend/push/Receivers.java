package org.tongke.backend.push;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teachers;

/** Finds the schools that meet a rule now. */
@Component
class Receivers {
    private static final int LAST_OF_PRIMARY = 6;
    private static final int LAST_OF_JUNIOR = 9;

    private final Schools schools;
    private final Teachers teachers;
    private final Communities communities;
    private final Clock clock;
    private final ZoneId zone;

    Receivers(Schools schools, Teachers teachers, Communities communities, Clock clock, ZoneId zone) {
        this.schools = schools;
        this.teachers = teachers;
        this.communities = communities;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Schools that meet a rule, and whether they are all that there are.
     *
     * @param all in the order of their names
     * @param everybody whether the centre's region has no others
     */
    record Met(List<Receiver> all, boolean everybody) {
        Met {
            all = List.copyOf(all);
        }
    }

    /** The schools of a centre's region that meet a rule. Two round trips, and one more where the rule asks for communities. */
    Met find(PushRule rule, String centreCode) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var open = schools.findByRegions(List.of(centreCode), Scope.EVERYWHERE).stream()
                .filter(school -> school.closedOn() == null || school.closedOn().isAfter(today))
                .toList();
        var counts = teachers.countBySchool(List.of(centreCode), rule.subjectCodes());
        var met = open.stream()
                .filter(school -> isMet(rule, school))
                .filter(school -> rule.subjectCodes().isEmpty() || counts.containsKey(school.id()))
                .toList();
        var inMode = rule.modes().isEmpty() ? ids(met) : inMode(rule, ids(met));
        var all = met.stream()
                .filter(school -> inMode.contains(school.id()))
                .sorted(Comparator.comparing(School::sortKey).thenComparing(School::id))
                .map(school -> new Receiver(school, counts.getOrDefault(school.id(), 0)))
                .toList();
        return new Met(all, !all.isEmpty() && all.size() == open.size());
    }

    private static Set<String> ids(Collection<School> schools) {
        return schools.stream().map(School::id).collect(Collectors.toSet());
    }

    private Set<String> inMode(PushRule rule, Set<String> schoolIds) {
        return communities.findBySchools(schoolIds, Scope.EVERYWHERE).stream()
                .filter(community -> rule.modes().contains(community.mode()))
                .flatMap(community -> community.schoolIds().stream())
                .collect(Collectors.toSet());
    }

    /** Whether what the school itself says meets a rule. A school that does not say what ages it teaches meets none that asks for it. */
    private static boolean isMet(PushRule rule, School school) {
        var taught = school.facts().stages();
        return (rule.regionCodes().isEmpty()
                        || rule.regionCodes().stream()
                                .anyMatch(code -> school.places()
                                        .contains(PlaceKey.region(code).value())))
                && (rule.areas().isEmpty() || rule.areas().contains(school.area()))
                && (rule.stages().isEmpty() || rule.stages().stream().anyMatch(taught::contains))
                && (rule.gradeCodes().isEmpty()
                        || stagesOf(rule.gradeCodes()).stream().anyMatch(taught::contains));
    }

    private static Set<SchoolStage> stagesOf(Collection<String> gradeCodes) {
        var stages = EnumSet.noneOf(SchoolStage.class);
        gradeCodes.forEach(code -> stages.add(stageOf(code)));
        return stages;
    }

    /** What ages a grade is of: K, or G and the year. */
    private static SchoolStage stageOf(String gradeCode) {
        if (gradeCode.equals("K")) {
            return SchoolStage.KINDERGARTEN;
        }
        var year = Integer.parseInt(gradeCode.substring(1));
        if (year <= LAST_OF_PRIMARY) {
            return SchoolStage.PRIMARY;
        }
        return year <= LAST_OF_JUNIOR ? SchoolStage.JUNIOR : SchoolStage.SENIOR;
    }
}
