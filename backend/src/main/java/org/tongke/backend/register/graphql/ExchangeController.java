package org.tongke.backend.register.graphql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.register.ExchangePeriod.Terms;
import org.tongke.backend.register.ExchangePeriods;

/** The section "register" of the schema. */
@Controller
class ExchangeController {
    private static final String ADD = "Mutation.addExchangePeriod";
    private static final String EDIT = "Mutation.editExchangePeriod";

    private final ExchangePeriods periods;
    private final Communities communities;
    private final Schools schools;
    private final Teachers teachers;
    private final WhoMay whoMay;
    private final Answers answers;

    ExchangeController(
            ExchangePeriods periods,
            Communities communities,
            Schools schools,
            Teachers teachers,
            WhoMay whoMay,
            Answers answers) {
        this.periods = periods;
        this.communities = communities;
        this.schools = schools;
        this.teachers = teachers;
        this.whoMay = whoMay;
        this.answers = answers;
    }

    /** Who may see them is decided by the guard, from the places of the community. */
    @BatchMapping
    Map<Community, List<ExchangePeriod>> exchangePeriods(List<Community> communities) {
        var ids = communities.stream().map(Community::id).collect(Collectors.toSet());
        var found = periods.listEach(ids, Scope.EVERYWHERE);
        return communities.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        community -> found.getOrDefault(community.id(), List.of()),
                        (one, _) -> one));
    }

    @SchemaMapping
    boolean viewerCanAddExchangePeriod(Community community, Viewer viewer) {
        var permission = whoMay.permission(ADD, viewer);
        return permission.allowed() && permission.scope().covers(community.places());
    }

    @BatchMapping
    Map<ExchangePeriod, Teacher> teacher(List<ExchangePeriod> periods) {
        return each(periods, period -> period.key().teacherId(), ids -> teachers.findAll(ids, Scope.EVERYWHERE));
    }

    @BatchMapping
    Map<ExchangePeriod, School> from(List<ExchangePeriod> periods) {
        return each(periods, period -> period.from().id(), ids -> schools.findAll(ids, Scope.EVERYWHERE));
    }

    @BatchMapping
    Map<ExchangePeriod, School> to(List<ExchangePeriod> periods) {
        return each(periods, period -> period.to().id(), ids -> schools.findAll(ids, Scope.EVERYWHERE));
    }

    @BatchMapping
    Map<ExchangePeriod, Community> community(List<ExchangePeriod> periods) {
        return each(periods, ExchangePeriod::communityId, ids -> communities.findAll(ids, Scope.EVERYWHERE));
    }

    private static <T> Map<ExchangePeriod, T> each(
            List<ExchangePeriod> periods,
            Function<ExchangePeriod, String> idOf,
            Function<Set<String>, Map<String, T>> findAll) {
        var ids = new HashSet<String>();
        periods.forEach(period -> ids.add(idOf.apply(period)));
        var found = findAll.apply(ids);
        var each = new HashMap<ExchangePeriod, T>();
        periods.forEach(period -> each.put(period, Objects.requireNonNull(found.get(idOf.apply(period)))));
        return each;
    }

    @SchemaMapping
    LocalDate startsOn(ExchangePeriod period) {
        return period.terms().startsOn();
    }

    @SchemaMapping
    LocalDate endsOn(ExchangePeriod period) {
        return period.terms().endsOn();
    }

    @SchemaMapping
    int daysAWeek(ExchangePeriod period) {
        return period.terms().daysAWeek();
    }

    @SchemaMapping
    boolean backbone(ExchangePeriod period) {
        return period.terms().backbone();
    }

    @SchemaMapping
    boolean viewerCanEdit(ExchangePeriod period, Viewer viewer) {
        var permission = whoMay.permission(EDIT, viewer);
        return permission.allowed() && !period.withdrawn() && period.isOfSchoolIn(permission.scope());
    }

    @MutationMapping
    PeriodPayload addExchangePeriod(@Argument AddInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> periods.add(
                        input.id(),
                        GlobalId.rawOrNobodys("Community", input.communityId()),
                        GlobalId.rawOrNobodys("Teacher", input.teacherId()),
                        GlobalId.rawOrNobodys("School", input.toSchoolId()),
                        new Terms(input.startsOn(), input.endsOn(), input.daysAWeek(), input.backbone()),
                        viewer,
                        scope));
    }

    @MutationMapping
    PeriodPayload editExchangePeriod(@Argument EditInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> periods.edit(
                        raw(input.periodId()),
                        input.expectedRevision(),
                        GlobalId.rawOrNobodys("School", input.toSchoolId()),
                        new Terms(input.startsOn(), input.endsOn(), input.daysAWeek(), input.backbone()),
                        viewer,
                        scope));
    }

    @MutationMapping
    PeriodPayload endExchangePeriod(@Argument EndInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> periods.end(raw(input.periodId()), input.expectedRevision(), input.endsOn(), viewer, scope));
    }

    @MutationMapping
    PeriodPayload withdrawExchangePeriod(@Argument WithdrawInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(locale, () -> periods.withdraw(raw(input.periodId()), input.expectedRevision(), viewer, scope));
    }

    private PeriodPayload answer(Locale locale, Supplier<ExchangePeriod> command) {
        return answers.to(command, PeriodPayload::new, locale);
    }

    private static String raw(String periodId) {
        return GlobalId.rawOrNobodys("ExchangePeriod", periodId);
    }

    @Bean
    static NodeFinder exchangePeriodNodes(ExchangePeriods periods) {
        return NodeFinder.of(ExchangePeriod.class, (raw, viewer, scope) -> periods.find(raw, scope));
    }

    record AddInput(
            UUID id,
            String communityId,
            String teacherId,
            String toSchoolId,
            LocalDate startsOn,
            LocalDate endsOn,
            int daysAWeek,
            boolean backbone) {}

    record EditInput(
            String periodId,
            long expectedRevision,
            String toSchoolId,
            LocalDate startsOn,
            LocalDate endsOn,
            int daysAWeek,
            boolean backbone) {}

    record EndInput(String periodId, long expectedRevision, LocalDate endsOn) {}

    record WithdrawInput(String periodId, long expectedRevision) {}

    /** The payloads of all four mutations. */
    record PeriodPayload(@Nullable ExchangePeriod period, List<UserError> errors) {}
}
