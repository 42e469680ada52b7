package org.tongke.backend.term.graphql;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.term.BellSchedules;
import org.tongke.backend.term.Period;
import org.tongke.backend.term.PeriodNames;
import org.tongke.backend.term.PeriodWords;
import org.tongke.backend.term.SchoolBells;

/** Bell schedules in the section "term" of the schema. */
@Controller
class BellScheduleController {
    private static final String PUT = "Mutation.putBellSchedule";

    private final BellSchedules schedules;
    private final Schools schools;
    private final WhoMay whoMay;
    private final Answers answers;
    private final PeriodNames names;
    private final Clock clock;
    private final ZoneId zone;

    BellScheduleController(
            BellSchedules schedules,
            Schools schools,
            WhoMay whoMay,
            Answers answers,
            PeriodNames names,
            Clock clock,
            ZoneId zone) {
        this.schedules = schedules;
        this.schools = schools;
        this.whoMay = whoMay;
        this.answers = answers;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @QueryMapping
    Optional<BellSchedule> bellSchedule(@Argument String schoolId, @Argument @Nullable LocalDate on, Scope scope) {
        var day = on == null ? LocalDate.ofInstant(clock.instant(), zone) : on;
        return GlobalId.rawOf("School", schoolId)
                .flatMap(id -> schools.find(id, scope))
                .map(school -> BellSchedule.of(school, schedules.of(school), day));
    }

    @MutationMapping
    PutBellSchedulePayload putBellSchedule(
            @Argument PutBellScheduleInput input, Viewer viewer, Scope scope, Locale locale) {
        // an id that names no school is answered like a school that is not there
        var id = GlobalId.rawOrNobodys("School", input.schoolId());
        return answers.to(
                () -> {
                    var bells = schedules.put(
                            id, input.validFrom(), input.periods(), input.expectedRevision(), viewer, scope);
                    var school = schools.find(id, scope).orElseThrow();
                    return BellSchedule.of(school, bells, input.validFrom());
                },
                PutBellSchedulePayload::new,
                locale);
    }

    @SchemaMapping
    boolean viewerCanPut(BellSchedule schedule, Viewer viewer) {
        var permission = whoMay.permission(PUT, viewer);
        return permission.allowed()
                && permission.scope().covers(schedule.school().places());
    }

    @SchemaMapping(typeName = "BellPeriod")
    String name(Period period, Locale locale) {
        return names.of(period, locale);
    }

    /** The type of the schema: a school's schedule that holds on a day. */
    record BellSchedule(
            School school,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate nextFrom,
            List<Period> periods,
            @Nullable Long revision) {

        static BellSchedule of(School school, SchoolBells bells, LocalDate day) {
            var schedule = bells.on(day);
            return new BellSchedule(
                    school,
                    schedule.validFrom(),
                    bells.findNext(day).orElse(null),
                    schedule.periods(),
                    bells.revision());
        }
    }

    record PutBellScheduleInput(
            String schoolId,
            LocalDate validFrom,
            List<PeriodWords> periods,
            @Nullable Long expectedRevision) {}

    record PutBellSchedulePayload(@Nullable BellSchedule schedule, List<UserError> errors) {}
}
