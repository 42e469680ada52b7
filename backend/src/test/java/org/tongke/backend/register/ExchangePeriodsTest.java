package org.tongke.backend.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.register.ExchangePeriod.Terms;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** Teachers of a community's core school at its member schools. */
@BackendTest
class ExchangePeriodsTest {
    private final Texts texts;
    private final ExchangePeriods periods;
    private final Community community;
    private final List<School> schools;
    private final Teacher teacher;
    private final Viewer clerk;

    @Autowired
    ExchangePeriodsTest(ApplicationContext app, Texts texts, ExchangePeriods periods) {
        this.texts = texts;
        this.periods = periods;
        var world = World.in(app);
        community = world.community(world.school("330382"), world.schools("330382", 2));
        schools = world.schoolsOf(community);
        teacher = world.teacher(schools.getFirst(), "林晓岚");
        clerk = world.person(Role.CLERK, schools.get(1).key()).viewer();
    }

    private static Terms terms(String startsOn, String endsOn) {
        return new Terms(LocalDate.parse(startsOn), LocalDate.parse(endsOn), 2, true);
    }

    private ExchangePeriod add(UUID id, int to, Terms terms) {
        return add(id, to, terms, Scope.of(clerk.places()));
    }

    private ExchangePeriod add(UUID id, int to, Terms terms, Scope scope) {
        return periods.add(id, community.id(), teacher.id(), schools.get(to).id(), terms, clerk, scope);
    }

    private String refusal(Callable<?> command) {
        try {
            command.call();
            return "done";
        } catch (RefusedException refused) {
            return texts.userErrors(refused.refusals(), Locale.SIMPLIFIED_CHINESE).stream()
                    .map(error -> error.code() + " " + String.join(".", error.path()) + " " + error.message())
                    .collect(Collectors.joining("\n"));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> lines() {
        return periods.findByCommunities(List.of(community.id()), Scope.EVERYWHERE).stream()
                .map(period -> period.to().id().equals(schools.get(1).id())
                        ? "one " + period.terms().startsOn()
                        : "two " + period.terms().startsOn())
                .toList();
    }

    @Test
    void areEnteredOnceHoweverOftenTheyAreSent() {
        var id = UUID.randomUUID();
        add(id, 1, terms("2021-02-22", "2021-07-02"));
        add(id, 1, terms("2021-02-22", "2021-07-02"));
        add(UUID.randomUUID(), 1, terms("2021-09-01", "2022-01-20"));
        assertThat(lines()).containsExactly("one 2021-09-01", "one 2021-02-22");
        assertThat(refusal(() -> add(id, 1, terms("2021-02-22", "2021-07-03")))).startsWith("ID_REUSED id");
    }

    @Test
    void ofOneTeacherNeverShareADay() {
        add(UUID.randomUUID(), 1, terms("2021-02-22", "2021-07-02"));
        var member = schools.get(1).name();
        assertThat(refusal(() -> add(UUID.randomUUID(), 1, terms("2021-07-02", "2021-12-31"))))
                .isEqualTo(
                        "EXCHANGE_OVERLAPS startsOn 林晓岚在2021-02-22至2021-07-02已登记到" + member + "交流，时间重叠。请先改那一段，或换个日期。");
        assertThat(refusal(() -> add(UUID.randomUUID(), 1, terms("2021-07-03", "2021-12-31"))))
                .isEqualTo("done");
    }

    @Test
    void enteredByTwoClerksAtOnceAreOne() throws Exception {
        try (var clerks = Executors.newFixedThreadPool(8)) {
            Callable<String> entering =
                    () -> refusal(() -> add(UUID.randomUUID(), 1, terms("2021-02-22", "2021-07-02")));
            var answers = clerks.invokeAll(java.util.Collections.nCopies(8, entering)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn("done"::equals).hasSize(1);
            assertThat(lines()).hasSize(1);
        }
    }

    @Test
    void endEarlierMoveAndAreTakenBack() {
        var scope = Scope.of(clerk.places());
        var period = add(UUID.randomUUID(), 1, terms("2021-02-22", "2021-07-02"));
        var ended = periods.end(period.id(), 1, LocalDate.parse("2021-04-30"), clerk, scope);
        assertThat(periods.end(period.id(), 1, LocalDate.parse("2021-04-30"), clerk, scope))
                .isEqualTo(ended);
        add(UUID.randomUUID(), 1, terms("2021-05-01", "2021-07-02"));
        assertThat(refusal(() -> periods.end(period.id(), 2, LocalDate.parse("2021-05-01"), clerk, scope)))
                .startsWith("EXCHANGE_OVERLAPS");
        assertThat(refusal(() -> periods.end(period.id(), 1, LocalDate.parse("2021-04-29"), clerk, scope)))
                .startsWith("REVISION_STALE");
        assertThat(refusal(() -> periods.end(period.id(), 2, LocalDate.parse("2021-02-21"), clerk, scope)))
                .startsWith("OUT_OF_RANGE endsOn");
        periods.withdraw(period.id(), 2, clerk, scope);
        periods.withdraw(period.id(), 2, clerk, scope);
        assertThat(lines()).containsExactly("one 2021-05-01");
        assertThat(refusal(() -> periods.end(period.id(), 3, LocalDate.parse("2021-04-29"), clerk, scope)))
                .startsWith("EXCHANGE_WITHDRAWN");
        add(UUID.randomUUID(), 1, terms("2021-02-22", "2021-04-30"));
    }

    @Test
    void areEnteredByClerksOfTheTwoSchoolsOnly() {
        var terms = terms("2021-02-22", "2021-07-02");
        assertThat(refusal(() -> add(UUID.randomUUID(), 2, terms))).startsWith("SCHOOLS_NOT_YOURS");
        var other = periods.add(
                UUID.randomUUID(),
                community.id(),
                teacher.id(),
                schools.get(2).id(),
                terms,
                clerk,
                Scope.of(List.of(schools.get(2).key())));
        assertThat(refusal(() -> periods.withdraw(other.id(), 1, clerk, Scope.of(clerk.places()))))
                .startsWith("NOT_FOUND periodId");
        assertThat(refusal(() -> add(UUID.randomUUID(), 0, terms, Scope.EVERYWHERE)))
                .isEqualTo("MALFORMED toSchoolId 格式不对：请选择另一所学校。");
        assertThat(refusal(() -> add(
                        UUID.randomUUID(), 1, new Terms(terms.startsOn(), terms.endsOn(), 6, true), Scope.EVERYWHERE)))
                .startsWith("OUT_OF_RANGE daysAWeek");
    }
}
