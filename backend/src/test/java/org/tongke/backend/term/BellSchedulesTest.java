package org.tongke.backend.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.World;

/** A school enters when its periods are, from a day on. */
@BackendTest
class BellSchedulesTest {
    private static final LocalDate SPRING = LocalDate.parse("2021-03-01");
    private static final LocalDate SUMMER = LocalDate.parse("2021-05-01");
    private static final List<PeriodWords> ONE = List.of(new PeriodWords(1, null, "08:00", "08:40"));
    private static final List<PeriodWords> TWO =
            List.of(new PeriodWords(0, "早读", "07:30", "08:00"), new PeriodWords(1, " ", "08:00", "08:40"));

    private final BellSchedules bells;
    private final BellScheduleStore store;
    private final SentCommands commands;
    private final World world;
    private School school;
    private Person clerk;

    @Autowired
    BellSchedulesTest(BellSchedules bells, BellScheduleStore store, SentCommands commands, ApplicationContext app) {
        this.bells = bells;
        this.store = store;
        this.commands = commands;
        world = World.in(app);
    }

    @BeforeEach
    void found() {
        school = world.school("330382");
        clerk = world.person(Role.CLERK, school.key());
    }

    @Test
    void holdsFromItsDayOnUntilTheNextOne() {
        assertThat(bells.of(school).revision()).isNull();
        put(SUMMER, TWO, null);
        put(SPRING, ONE, 1L);
        var stored = bells.of(school);
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(periods(SPRING.minusDays(1))).isEqualTo(7);
        assertThat(periods(SPRING)).isEqualTo(1);
        assertThat(periods(SUMMER.minusDays(1))).isEqualTo(1);
        assertThat(periods(SUMMER)).isEqualTo(2);
        assertThat(periods(LocalDate.parse("2099-12-31"))).isEqualTo(2);
        assertThat(stored.findNext(SPRING)).contains(SUMMER);
        assertThat(stored.findNext(SUMMER)).isEmpty();
        assertThat(stored.on(SUMMER).periods()).extracting(Period::name).containsExactly("早读", null);
    }

    @Test
    void changesNothingWhenItIsSaidAgain() {
        put(SPRING, ONE, null);
        assertThat(put(SPRING, ONE, null).revision()).isEqualTo(1);
        assertThat(put(SPRING, ONE, 7L).revision()).isEqualTo(1);
        assertThat(put(SPRING, TWO, 1L).revision()).isEqualTo(2);
        assertThat(bells.of(school).own()).hasSize(1);
        assertThatThrownBy(() -> put(SPRING, ONE, 1L)).hasMessageContaining("REVISION_STALE");
        assertThatThrownBy(() -> put(SUMMER, ONE, null)).hasMessageContaining("REVISION_STALE");
    }

    @Test
    void keepsTheLastHundred() {
        for (int day = 0; day <= SchoolBells.MOST_OWN; day++) {
            put(SPRING.plusDays(day), ONE, day == 0 ? null : (long) day);
        }
        assertThat(bells.of(school).own()).hasSize(SchoolBells.MOST_OWN);
        assertThat(periods(SPRING)).as("the first is forgotten").isEqualTo(7);
    }

    @Test
    void saysAllThatIsWrongAndWhere() {
        assertThat(wrong(
                        new PeriodWords(1, null, "08:00", "08:40"),
                        new PeriodWords(1, null, "08:30", "09:10"),
                        new PeriodWords(3, "名".repeat(21), "10:00", "09:00"),
                        new PeriodWords(21, "a\u202Eb", "9:00", "24:00")))
                .containsExactly(
                        "OUT_OF_RANGE periods.1.number",
                        "PERIODS_OVERLAP periods.1.from",
                        "TOO_LONG periods.2.name",
                        "TIMES_BACKWARDS periods.2.to",
                        "OUT_OF_RANGE periods.3.number",
                        "MALFORMED periods.3.name",
                        "MALFORMED periods.3.from",
                        "MALFORMED periods.3.to");
        assertThat(wrong()).containsExactly("REQUIRED periods");
        assertThat(wrong(IntStream.range(0, 21)
                        .mapToObj(number -> new PeriodWords(number, null, "08:00", "08:40"))
                        .toArray(PeriodWords[]::new)))
                .containsExactly("OUT_OF_RANGE periods");
        assertThatThrownBy(() -> put(LocalDate.parse("1999-12-31"), ONE, null)).hasMessageContaining("OUT_OF_RANGE");
    }

    @Test
    void isFoundForManySchoolsAtOnce() {
        put(SPRING, ONE, null);
        for (int count : new int[] {1, 50}) {
            var names = new HashMap<>(Map.of(school.id(), school.name()));
            IntStream.range(1, count).forEach(number -> names.put("school" + number, "第" + number + "中学"));
            assertThat(commands.countDuring(
                            () -> assertThat(bells.findAll(names)).hasSize(count)))
                    .as("they are held in memory")
                    .isZero();
        }
        assertThat(remembered()).isEqualTo(bells.of(school));
        var after = put(SPRING, TWO, 1L);
        assertThat(remembered()).as("what was written here is known at once").isEqualTo(after);
    }

    @Test
    void isKnownSoonWhereAnotherBackendWroteIt() throws InterruptedException {
        var after = put(SPRING, ONE, null).with(new BellSchedule(SUMMER, PeriodReading.read(TWO)));
        var change = new FieldChange("periods", null, "2021-05-01 2");
        assertThat(store.put(school, after, change, Origin.system("elsewhere"), Instant.now()))
                .isTrue();
        var end = Instant.now().plusSeconds(20);
        while (!remembered().equals(after) && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(remembered()).isEqualTo(after);
    }

    private SchoolBells remembered() {
        return Objects.requireNonNull(
                bells.findAll(Map.of(school.id(), school.name())).get(school.id()));
    }

    private List<String> wrong(PeriodWords... said) {
        try {
            put(SPRING, List.of(said), null);
            return List.of();
        } catch (RefusedException refused) {
            return refused.refusals().stream()
                    .map(refusal -> refusal.code() + " " + String.join(".", refusal.path()))
                    .toList();
        }
    }

    private int periods(LocalDate day) {
        return bells.of(school).on(day).periods().size();
    }

    private SchoolBells put(LocalDate from, List<PeriodWords> periods, @Nullable Long expectedRevision) {
        return bells.put(school.id(), from, periods, expectedRevision, clerk.viewer(), Scope.EVERYWHERE);
    }
}
