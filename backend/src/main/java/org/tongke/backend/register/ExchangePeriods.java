package org.tongke.backend.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.register.ExchangePeriod.NamedSchool;
import org.tongke.backend.register.ExchangePeriod.Terms;

/** The exchange periods: what others may ask and do. Every command can be repeated. */
@Component
public class ExchangePeriods {
    /** The collection whose changes tell of them. */
    public static final String COLLECTION = ExchangeStore.COLLECTION;

    /** Most periods of a community that are listed. */
    public static final int MOST = 200;

    private static final int MOST_DAYS_A_WEEK = 5;
    private static final int MOST_YEARS = 3;

    private static final Comparator<ExchangePeriod> NEWEST_FIRST = Comparator.comparing(
                    (ExchangePeriod period) -> period.terms().startsOn())
            .reversed()
            .thenComparing(ExchangePeriod::id);

    private final ExchangeStore store;
    private final Communities communities;
    private final Schools schools;
    private final Teachers teachers;
    private final Clock clock;

    ExchangePeriods(ExchangeStore store, Communities communities, Schools schools, Teachers teachers, Clock clock) {
        this.store = store;
        this.communities = communities;
        this.schools = schools;
        this.teachers = teachers;
        this.clock = clock;
    }

    /** The period with a raw id; one that was withdrawn, too. */
    public Optional<ExchangePeriod> find(String id, Scope scope) {
        return Optional.ofNullable(ExchangePeriod.Key.find(id))
                .flatMap(key -> store.get(key.teacherId()).find(key))
                .filter(period -> scope.covers(period.places()));
    }

    /** All periods of some communities that hold, the newest first. One round trip. */
    public List<ExchangePeriod> findByCommunities(Collection<String> communityIds, Scope scope) {
        return communityIds.isEmpty()
                ? List.of()
                : store.findByCommunities(communityIds, scope).stream()
                        .filter(period -> !period.withdrawn())
                        .sorted(NEWEST_FIRST)
                        .toList();
    }

    /** What {@link #findByCommunities} finds, by community, at most {@value #MOST} of each. One round trip. */
    public Map<String, List<ExchangePeriod>> listEach(Collection<String> communityIds, Scope scope) {
        var found = findByCommunities(communityIds, scope).stream()
                .collect(Collectors.groupingBy(ExchangePeriod::communityId));
        found.replaceAll((id, periods) -> periods.stream().limit(MOST).toList());
        return found;
    }

    /**
     * Enters a period. Repeating it changes nothing, also after it was edited.
     *
     * @param id the client's id of it
     * @param teacherId raw id of a teacher of a school of the community
     * @param toSchoolId raw id of another school of the community
     * @param viewer clerk of one of the two schools
     * @param scope where the viewer is clerk
     * @throws RefusedException NOT_FOUND, SCHOOLS_NOT_YOURS, MALFORMED, OUT_OF_RANGE, EXCHANGE_OVERLAPS, ID_REUSED
     */
    public ExchangePeriod add(
            UUID id, String communityId, String teacherId, String toSchoolId, Terms terms, Viewer viewer, Scope scope) {
        check(terms);
        var community =
                communities.find(communityId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "communityId"));
        var teacher = teachers.find(teacherId, Scope.EVERYWHERE)
                .filter(found -> community.schoolIds().contains(found.schoolId()))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "teacherId"));
        var period = entered(id, community, teacher, toSchoolId, terms);
        if (!period.isOfSchoolIn(scope)) {
            throw refused(ErrorCode.SCHOOLS_NOT_YOURS, "toSchoolId");
        }
        while (true) {
            var register = store.get(teacherId);
            var standing = register.find(period.key());
            if (standing.isPresent()) {
                return standing.filter(found -> found.revision() > 1 || found.equals(period))
                        .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
            }
            if (store.write(register.with(period), null, period, Origin.of(viewer), now())) {
                return period;
            }
            // another period of the teacher was written in between: perhaps one that overlaps
        }
    }

    /**
     * Says otherwise where to and how. Saying the same again changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, EXCHANGE_WITHDRAWN, MALFORMED, OUT_OF_RANGE, EXCHANGE_OVERLAPS, REVISION_STALE
     */
    public ExchangePeriod edit(
            String id, long expectedRevision, String toSchoolId, Terms terms, Viewer viewer, Scope scope) {
        check(terms);
        return change(id, expectedRevision, viewer, scope, before -> {
            var community = communities
                    .find(before.communityId(), Scope.EVERYWHERE)
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "periodId"));
            var both = twoSchools(community, before.from().id(), toSchoolId);
            return before.next(named(both.to()), terms, both.places());
        });
    }

    /**
     * Lets a period end on another day. Saying the same again changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, EXCHANGE_WITHDRAWN, OUT_OF_RANGE, EXCHANGE_OVERLAPS, REVISION_STALE
     */
    public ExchangePeriod end(String id, long expectedRevision, LocalDate endsOn, Viewer viewer, Scope scope) {
        return change(id, expectedRevision, viewer, scope, before -> {
            var terms = before.terms().endingOn(endsOn);
            check(terms);
            return before.next(before.to(), terms, before.places());
        });
    }

    /**
     * Takes back a period that was entered by mistake. Repeating it changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, REVISION_STALE
     */
    public ExchangePeriod withdraw(String id, long expectedRevision, Viewer viewer, Scope scope) {
        var standing = find(id, scope);
        return standing.filter(period -> period.withdrawn() && period.isOfSchoolIn(scope))
                .orElseGet(() -> change(id, expectedRevision, viewer, scope, ExchangePeriod::takenBack));
    }

    private ExchangePeriod change(
            String id, long expectedRevision, Viewer viewer, Scope scope, UnaryOperator<ExchangePeriod> next) {
        while (true) {
            var key = Optional.ofNullable(ExchangePeriod.Key.find(id))
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "periodId"));
            var register = store.get(key.teacherId());
            var before = register.find(key)
                    .filter(period -> period.isOfSchoolIn(scope))
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "periodId"));
            if (before.withdrawn()) {
                throw refused(ErrorCode.EXCHANGE_WITHDRAWN, "periodId");
            }
            var after = next.apply(before);
            if (isSame(before, after)) {
                return before;
            }
            if (before.revision() != expectedRevision) {
                throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
            }
            if (store.write(register.with(after), before, after, Origin.of(viewer), now())) {
                return after;
            }
        }
    }

    private static boolean isSame(ExchangePeriod one, ExchangePeriod other) {
        return one.to().equals(other.to()) && one.terms().equals(other.terms()) && one.withdrawn() == other.withdrawn();
    }

    private ExchangePeriod entered(UUID id, Community community, Teacher teacher, String toSchoolId, Terms terms) {
        var both = twoSchools(community, teacher.schoolId(), toSchoolId);
        return new ExchangePeriod(
                new ExchangePeriod.Key(teacher.id(), id.toString()),
                1,
                teacher.name(),
                community.id(),
                named(both.from()),
                named(both.to()),
                terms,
                false,
                both.places());
    }

    private record TwoSchools(School from, School to) {
        Collection<String> places() {
            var places = new LinkedHashSet<>(from.places());
            places.addAll(to.places());
            return places;
        }
    }

    private TwoSchools twoSchools(Community community, String fromId, String toId) {
        if (fromId.equals(toId)) {
            throw new RefusedException(
                    Refusal.of(ErrorCode.MALFORMED, List.of("toSchoolId"), new Phrase("register.sameSchool")));
        }
        var found = schools.findAll(List.of(fromId, toId), Scope.EVERYWHERE);
        var to = found.get(toId);
        var from = found.get(fromId);
        if (to == null || from == null || !community.schoolIds().contains(toId)) {
            throw refused(ErrorCode.NOT_FOUND, "toSchoolId");
        }
        return new TwoSchools(from, to);
    }

    private static NamedSchool named(School school) {
        return new NamedSchool(school.id(), school.name());
    }

    private static void check(Terms terms) {
        if (terms.daysAWeek() < 1 || terms.daysAWeek() > MOST_DAYS_A_WEEK) {
            throw refused(ErrorCode.OUT_OF_RANGE, "daysAWeek", 1, MOST_DAYS_A_WEEK);
        }
        var last = terms.startsOn().plusYears(MOST_YEARS);
        if (terms.endsOn().isBefore(terms.startsOn()) || terms.endsOn().isAfter(last)) {
            throw refused(ErrorCode.OUT_OF_RANGE, "endsOn", terms.startsOn(), last);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
