package org.tongke.backend.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** What officers do to single schools. Every command can be repeated. */
@Component
public class SchoolEntries {
    /** Longest name of a school, in characters. */
    public static final int LONGEST_NAME = 60;

    /** Longest address, in characters. */
    public static final int LONGEST_ADDRESS = 200;

    private static final String CODE = "schoolCode";
    private static final String SCHOOL_ID = "schoolId";
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final SchoolStore store;
    private final Schools schools;
    private final Regions regions;
    private final Clock clock;
    private final ZoneId zone;

    SchoolEntries(SchoolStore store, Schools schools, Regions regions, Clock clock, ZoneId zone) {
        this.store = store;
        this.schools = schools;
        this.regions = regions;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Enters a school.
     *
     * @param id raw id of the new school, made by the client
     * @param countyCode code of a county-level region in the scope
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, SCHOOL_CODE_TAKEN, SCHOOL_NAME_TAKEN, ID_REUSED
     */
    public School put(String id, String countyCode, SchoolDraft draft, Viewer viewer, Scope scope) {
        var county = regions.find(countyCode)
                .filter(region -> region.kind().isCountyLevel() && scope.covers(region.places()))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "countyId"));
        var checked = checked(draft, id);
        var entered =
                schools.make(id, checked.name(), checked.area(), county.code()).with(checked.area(), checked.facts());
        while (true) {
            var standing = store.find(id, Scope.EVERYWHERE);
            if (standing.isPresent()) {
                return standing.filter(found ->
                                scope.covers(found.places()) && (found.revision() > 1 || found.saysAs(entered)))
                        .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
            }
            checkNobodyHas(entered, null);
            if (write(null, entered, viewer)) {
                return entered.at(1);
            }
        }
    }

    /**
     * Says otherwise what a school is. Saying the same again changes nothing, whatever revision is expected.
     *
     * @param renamedOn first day of the new name, where there is one; null for today
     * @param correction whether the name before was a slip, which nobody needs to find any more
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, OUT_OF_RANGE, SCHOOL_CODE_TAKEN, SCHOOL_NAME_TAKEN, REVISION_STALE
     */
    public School edit(
            String id,
            long expectedRevision,
            SchoolDraft draft,
            @Nullable LocalDate renamedOn,
            boolean correction,
            Viewer viewer,
            Scope scope) {
        var checked = checked(draft, id);
        var since =
                Optional.ofNullable(renamedOn).map(day -> day(day, "renamedOn")).orElseGet(this::today);
        return change(id, expectedRevision, viewer, scope, before -> {
            var named = correction ? before.corrected(checked.name()) : before.renamed(checked.name(), since);
            return named.with(checked.area(), checked.facts());
        });
    }

    /**
     * Says that a school is no school any more, or that it still is. Saying the same again changes nothing.
     *
     * @param closedOn first day without it; null to take that back
     * @throws RefusedException NOT_FOUND, OUT_OF_RANGE, REVISION_STALE
     */
    public School close(String id, long expectedRevision, @Nullable LocalDate closedOn, Viewer viewer, Scope scope) {
        var day = closedOn == null ? null : day(closedOn, "closedOn");
        return change(id, expectedRevision, viewer, scope, before -> before.closed(day));
    }

    private School change(String id, long expectedRevision, Viewer viewer, Scope scope, UnaryOperator<School> next) {
        while (true) {
            var before = store.find(id, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, SCHOOL_ID));
            var after = next.apply(before);
            if (after.saysAs(before)) {
                return before;
            }
            if (before.revision() != expectedRevision) {
                throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
            }
            checkNobodyHas(after, before);
            if (write(before, after, viewer)) {
                return after.at(before.revision() + 1);
            }
        }
    }

    private boolean write(@Nullable School before, School after, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.writeAll(List.of(new SchoolChange(before, after)), Origin.of(viewer), now);
    }

    /** A code belongs to one school, and within a county so does a full name. */
    private void checkNobodyHas(School after, @Nullable School before) {
        var code = after.facts().code();
        var hasNewCode =
                code != null && (before == null || !code.equals(before.facts().code()));
        var hasNewName = before == null || !before.name().equals(after.name());
        if (!hasNewCode && !hasNewName) {
            return;
        }
        for (var other : schools.findCalled(
                hasNewCode ? List.of(Objects.requireNonNull(code)) : List.of(),
                hasNewName ? List.of(after.name()) : List.of(),
                Scope.EVERYWHERE)) {
            if (other.id().equals(after.id())) {
                continue;
            }
            if (hasNewCode && Objects.equals(code, other.facts().code())) {
                throw refused(ErrorCode.SCHOOL_CODE_TAKEN, CODE, other.name());
            }
            if (hasNewName && other.isNamed(after.name()) && other.countyCode().equals(after.countyCode())) {
                throw refused(ErrorCode.SCHOOL_NAME_TAKEN, "name", other.name());
            }
        }
    }

    private SchoolDraft checked(SchoolDraft draft, String id) {
        var name = draft.name().strip();
        if (name.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "name");
        }
        checkLength(name, LONGEST_NAME, "name");
        var facts = draft.facts();
        if (facts.address() != null) {
            checkLength(facts.address(), LONGEST_ADDRESS, "address");
        }
        if (facts.campusOf() != null
                && (facts.campusOf().equals(id)
                        || store.find(facts.campusOf(), Scope.EVERYWHERE).isEmpty())) {
            throw refused(ErrorCode.NOT_FOUND, "campusOfId");
        }
        return new SchoolDraft(name, draft.area(), facts);
    }

    private static void checkLength(String text, int longest, String path) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw refused(ErrorCode.TOO_LONG, path, longest);
        }
    }

    private LocalDate day(LocalDate day, String path) {
        var last = today().plusYears(1);
        if (day.isBefore(FIRST_DAY) || day.isAfter(last)) {
            throw refused(ErrorCode.OUT_OF_RANGE, path, FIRST_DAY, last);
        }
        return day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
