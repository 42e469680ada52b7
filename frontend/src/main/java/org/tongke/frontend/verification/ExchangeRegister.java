package org.tongke.frontend.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.AddExchangePeriodGraphQLQuery;
import org.tongke.frontend.contract.client.AddExchangePeriodProjectionRoot;
import org.tongke.frontend.contract.client.ColleaguesGraphQLQuery;
import org.tongke.frontend.contract.client.ColleaguesProjectionRoot;
import org.tongke.frontend.contract.client.EditExchangePeriodGraphQLQuery;
import org.tongke.frontend.contract.client.EditExchangePeriodProjectionRoot;
import org.tongke.frontend.contract.client.WithdrawExchangePeriodGraphQLQuery;
import org.tongke.frontend.contract.client.WithdrawExchangePeriodProjectionRoot;
import org.tongke.frontend.contract.types.AddExchangePeriodInput;
import org.tongke.frontend.contract.types.AddExchangePeriodPayload;
import org.tongke.frontend.contract.types.EditExchangePeriodInput;
import org.tongke.frontend.contract.types.EditExchangePeriodPayload;
import org.tongke.frontend.contract.types.ExchangePeriod;
import org.tongke.frontend.contract.types.Teacher;
import org.tongke.frontend.contract.types.WithdrawExchangePeriodInput;
import org.tongke.frontend.contract.types.WithdrawExchangePeriodPayload;

/** The register of exchange periods, as a clerk keeps it. Commands throw {@link RefusedException}. */
@Component
public class ExchangeRegister {
    private final Backend backend;

    public ExchangeRegister(Backend backend) {
        this.backend = backend;
    }

    /**
     * What a clerk says of a period.
     *
     * @param toSchoolId id of the school that the teacher works at
     * @param startsOn first day
     * @param endsOn last day
     * @param daysAWeek days a week, 1 to 5
     * @param backbone whether it is a backbone teacher
     */
    record Said(String toSchoolId, LocalDate startsOn, LocalDate endsOn, int daysAWeek, boolean backbone) {}

    /** Teachers of all schools of the caller's own communities. */
    List<Teacher> listTeachers() {
        var wanted = new ColleaguesProjectionRoot<>();
        wanted.id().name().school().id().name();
        return backend.list(ColleaguesGraphQLQuery.newRequest().build(), wanted, Teacher.class);
    }

    /** Enters a period; sent again with the same id it changes nothing. */
    void add(UUID id, String communityId, String teacherId, Said said) {
        var wanted = new AddExchangePeriodProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = AddExchangePeriodInput.newBuilder()
                .id(id)
                .communityId(communityId)
                .teacherId(teacherId)
                .toSchoolId(said.toSchoolId())
                .startsOn(said.startsOn())
                .endsOn(said.endsOn())
                .daysAWeek(said.daysAWeek())
                .backbone(said.backbone())
                .build();
        var payload = backend.get(
                AddExchangePeriodGraphQLQuery.newRequest().input(input).build(),
                wanted,
                AddExchangePeriodPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Says otherwise how a period is. */
    void edit(ExchangePeriod period, Said said) {
        var wanted = new EditExchangePeriodProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = EditExchangePeriodInput.newBuilder()
                .periodId(period.getId())
                .expectedRevision(period.getRevision())
                .toSchoolId(said.toSchoolId())
                .startsOn(said.startsOn())
                .endsOn(said.endsOn())
                .daysAWeek(said.daysAWeek())
                .backbone(said.backbone())
                .build();
        var payload = backend.get(
                EditExchangePeriodGraphQLQuery.newRequest().input(input).build(),
                wanted,
                EditExchangePeriodPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Takes back a period that was entered by mistake. */
    void withdraw(ExchangePeriod period) {
        var wanted = new WithdrawExchangePeriodProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = WithdrawExchangePeriodInput.newBuilder()
                .periodId(period.getId())
                .expectedRevision(period.getRevision())
                .build();
        var payload = backend.get(
                WithdrawExchangePeriodGraphQLQuery.newRequest().input(input).build(),
                wanted,
                WithdrawExchangePeriodPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
