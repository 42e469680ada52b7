package org.tongke.backend.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.ReportedRow;
import org.tongke.backend.exchange.RowResult;
import org.tongke.backend.exchange.Suppliers;
import org.tongke.calendar.Holidays;

/** Reports the demo's lessons as a supplier does: from the week before, or the one before that, to the end of the next one. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoLessons {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLessons.class);

    /** So many days of school are behind: the first community has the lessons that are asked of it on any day. */
    private static final int SCHOOL_DAYS_BEHIND = 7;

    private final Suppliers suppliers;
    private final Batches batches;
    private final DemoPeople people;
    private final Clock clock;
    private final ZoneId zone;
    private final DemoAttendance attendance;
    private final Holidays holidays = Holidays.published();
    private final DemoTimetable timetable;

    DemoLessons(
            Suppliers suppliers,
            Batches batches,
            DemoPeople people,
            Clock clock,
            ZoneId zone,
            DemoAttendance attendance) {
        this.suppliers = suppliers;
        this.batches = batches;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
        this.attendance = attendance;
        this.timetable = new DemoTimetable(holidays, zone);
    }

    /** Enters the supplier. */
    void putSupplier() {
        suppliers.put(DemoPeople.SUPPLIER, "云课平台（演示）");
    }

    /** Reports what is planned, then what changed. Repeating it changes nothing. */
    void report() {
        var days = DemoDays.around(LocalDate.ofInstant(clock.instant(), zone), SCHOOL_DAYS_BEHIND, holidays);
        sync(days, timetable::firstPlan);
        sync(days, timetable::changes);
        attendance.confirm(
                DemoCounty.COMMUNITIES, days.getFirst().atStartOfDay(zone).toInstant());
    }

    private void sync(List<LocalDate> days, Function<LocalDate, List<ReportedRow>> rowsOfDay) {
        var rows = days.stream().flatMap(day -> rowsOfDay.apply(day).stream()).toList();
        var outcomes = batches.sync(DemoPeople.SUPPLIER, UUID.randomUUID(), rows, people.supplier());
        outcomes.stream()
                .filter(outcome -> outcome.result() == RowResult.QUARANTINED || outcome.result() == RowResult.REFUSED)
                .forEach(outcome -> LOG.warn("the demo's lesson was not taken: {}", outcome));
    }
}
