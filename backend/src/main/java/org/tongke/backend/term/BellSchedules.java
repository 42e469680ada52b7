package org.tongke.backend.term;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** The bell schedules: what others may ask and do. */
@Component
public class BellSchedules {
    /** Name of the collection, whose facts touch {@link #touchOf} their school. */
    public static final String COLLECTION = BellScheduleStore.COLLECTION;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final BellScheduleStore store;
    private final EnteredBells entered;
    private final DefaultBells byDefault;
    private final Schools schools;
    private final Clock clock;

    BellSchedules(BellScheduleStore store, EnteredBells entered, DefaultBells byDefault, Schools schools, Clock clock) {
        this.store = store;
        this.entered = entered;
        this.byDefault = byDefault;
        this.schools = schools;
        this.clock = clock;
    }

    /** The key by which open pages learn that a school's schedules have changed. */
    public static String touchOf(String schoolId) {
        return "bells:" + schoolId;
    }

    /**
     * Bell schedules of schools, by raw id. No round trip: what another backend has just written may not be known yet.
     *
     * @param names full names of the schools by raw id
     */
    public Map<String, SchoolBells> findAll(Map<String, String> names) {
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        school -> bells(school.getKey(), school.getValue(), entered.find(school.getKey()))));
    }

    /** Bell schedules of a school as they stand. One round trip. */
    public SchoolBells of(School school) {
        return bells(school.id(), school.name(), store.find(school.id()).orElse(null));
    }

    private SchoolBells bells(String id, String name, BellScheduleStore.@Nullable Entered own) {
        return own == null
                ? new SchoolBells(id, null, byDefault.of(name), List.of())
                : new SchoolBells(id, own.revision(), byDefault.of(name), own.schedules());
    }

    /**
     * Enters a school's schedule from a day on, or another one from the same day on. Saying the same again changes nothing,
     * whatever revision is expected.
     *
     * @param schoolId raw id of the school
     * @param validFrom first day on which it holds, of the years 2000 to 2100
     * @param expectedRevision revision of the school's schedules as they were read; null if it had entered none
     * @param scope where the viewer may enter schedules
     * @return the school with its schedules afterwards
     * @throws RefusedException NOT_FOUND, REVISION_STALE, OUT_OF_RANGE, and what {@link PeriodReading} finds
     */
    public SchoolBells put(
            String schoolId,
            LocalDate validFrom,
            List<PeriodWords> periods,
            @Nullable Long expectedRevision,
            Viewer viewer,
            Scope scope) {
        if (validFrom.getYear() < FIRST_YEAR || validFrom.getYear() > LAST_YEAR) {
            throw refused(ErrorCode.OUT_OF_RANGE, "validFrom", FIRST_YEAR, LAST_YEAR);
        }
        var schedule = new BellSchedule(validFrom, PeriodReading.read(periods));
        var school = schools.find(schoolId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "schoolId"));
        var before = of(school);
        if (before.own().contains(schedule)) {
            return before;
        }
        if (!Objects.equals(before.revision(), expectedRevision)) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        var after = before.with(schedule);
        var change = new FieldChange("periods", null, validFrom + " " + periods.size());
        if (store.put(school, after, change, Origin.of(viewer), clock.instant())) {
            entered.remember(
                    schoolId, new BellScheduleStore.Entered(Objects.requireNonNull(after.revision()), after.own()));
            return after;
        }
        // somebody else wrote in between: perhaps this viewer, twice at once
        return Optional.of(of(school))
                .filter(now -> now.own().contains(schedule))
                .orElseThrow(() -> refused(ErrorCode.REVISION_STALE, "expectedRevision"));
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
