package org.tongke.backend.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.demo.DemoPlan.Planned;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.term.BellSchedule;
import org.tongke.backend.term.BellSchedules;
import org.tongke.calendar.Holidays;

/** Reports the lessons and research that communities of the demo have had before the weeks around today. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoPast {
    /** So many lessons of a community that reports late are confirmed by nobody. */
    private static final int UNCONFIRMED = 8;

    private final DemoReports reports;
    private final DemoAttendance attendance;
    private final BellSchedules bells;
    private final Clock clock;
    private final ZoneId zone;
    private final int weeks;

    DemoPast(
            DemoReports reports,
            DemoAttendance attendance,
            BellSchedules bells,
            Clock clock,
            ZoneId zone,
            @Value("${tongke.demo-weeks:0}") int weeks) {
        this.reports = reports;
        this.attendance = attendance;
        this.bells = bells;
        this.clock = clock;
        this.zone = zone;
        this.weeks = weeks;
    }

    /** The days before; as they are today. */
    DemoYear year(Programme programme) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var planned = DemoDays.around(today, weeks).getFirst();
        return DemoYear.before(programme.from(), planned, today, Holidays.published(), this::bells);
    }

    private BellSchedule bells(PlannedSchool school, LocalDate day) {
        var own = bells.findAll(Map.of(school.id(), school.name())).get(school.id());
        return Objects.requireNonNull(own).on(day);
    }

    /** Reports what a community has had, and lets its schools confirm it, as far as they do. */
    void report(DemoCase one, List<Planned> lessons, DemoYear year) {
        var platform = DemoPlatform.of(one.community());
        var unconfirmed = one.fate() == DemoFate.LATE ? UNCONFIRMED : 0;
        var confirmed = new ArrayList<>(lessons.subList(0, lessons.size() - unconfirmed));
        confirmed.addAll(year.research(one.community()));
        reports.send(platform, confirmed, false);
        attendance.confirm(
                List.of(one.community().id()), year.from().atStartOfDay(zone).toInstant());
        reports.send(platform, lessons.subList(lessons.size() - unconfirmed, lessons.size()), false);
    }
}
