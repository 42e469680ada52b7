package org.tongke.frontend.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.BellScheduleGraphQLQuery;
import org.tongke.frontend.contract.client.BellScheduleProjectionRoot;
import org.tongke.frontend.contract.client.PutBellScheduleGraphQLQuery;
import org.tongke.frontend.contract.client.PutBellScheduleProjectionRoot;
import org.tongke.frontend.contract.types.BellPeriodInput;
import org.tongke.frontend.contract.types.BellSchedule;
import org.tongke.frontend.contract.types.PutBellScheduleInput;
import org.tongke.frontend.contract.types.PutBellSchedulePayload;

/** Bell schedules of schools, as the backend knows them. */
@Component
class Bells {
    private final Backend backend;

    Bells(Backend backend) {
        this.backend = backend;
    }

    /** That of a school which holds on a day; empty if there is no such school. */
    Optional<BellSchedule> find(String schoolId, @Nullable LocalDate on) {
        var wanted = new BellScheduleProjectionRoot<>()
                .validFrom()
                .nextFrom()
                .revision()
                .viewerCanPut();
        wanted.school().id().name();
        wanted.periods().number().name().from().to();
        var query = BellScheduleGraphQLQuery.newRequest().schoolId(schoolId);
        return backend.find((on == null ? query : query.on(on)).build(), wanted, BellSchedule.class);
    }

    /**
     * Enters a school's schedule from a day on.
     *
     * @param before the schedule as it was read
     * @throws RefusedException as {@code putBellSchedule} is refused
     */
    void put(BellSchedule before, LocalDate validFrom, List<BellPeriodInput> periods) {
        var wanted = new PutBellScheduleProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = PutBellScheduleInput.newBuilder()
                .schoolId(before.getSchool().getId())
                .validFrom(validFrom)
                .periods(periods)
                .expectedRevision(before.getRevision())
                .build();
        var command = PutBellScheduleGraphQLQuery.newRequest().input(input).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, PutBellSchedulePayload.class).getErrors());
    }
}
