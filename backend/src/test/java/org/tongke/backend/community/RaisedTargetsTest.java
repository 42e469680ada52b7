package org.tongke.backend.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.RaisedTarget.Step;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

/** 湖州市 raises what 德清县 is to reach: 13 member and 26 paired schools are printed. */
@BackendTest
class RaisedTargetsTest {
    private static final String CITY = "3305";
    private static final String UNIT = "330521";

    private final RaisedTargets targets;
    private final Texts texts;
    private final TestClock clock;
    private final MongoDatabase database;
    private final Programme programme;
    private final Viewer officer;

    @Autowired
    RaisedTargetsTest(
            ApplicationContext app,
            RaisedTargets targets,
            Programmes programmes,
            Texts texts,
            TestClock clock,
            MongoDatabase database) {
        this.targets = targets;
        this.texts = texts;
        this.clock = clock;
        this.database = database;
        programme = programmes.find("2021").orElseThrow();
        officer = World.in(app).person(Role.CITY_OFFICER, PlaceKey.region(CITY)).viewer();
    }

    @BeforeEach
    void nothingIsRaised() {
        database.getCollection("raisedTargets").deleteMany(new Document("region", new Document("$regex", "^3305")));
    }

    @Test
    void standAboveWhatIsPrintedAndAddToTheTotals() {
        assertThat(goal(UNIT)).isEqualTo("13/26");
        assertThat(raise(null, 15, 31, "新增两所农村小学")).isEqualTo("done");
        assertThat(goal(UNIT)).isEqualTo("15/31");
        assertThat(goal(CITY)).isEqualTo("69/139");
        assertThat(goal("330522")).isEqualTo("19/38");
        var printed = programme.targets().find(UNIT).orElseThrow();
        assertThat(printed.newMembers().printed()).isEqualTo("13");
        assertThat(targets.goals(programme).isRaised(printed)).isTrue();
        assertThat(steps()).containsExactly("15/31 新增两所农村小学 " + officer.name());
    }

    @Test
    void areTwiceTheMembersUnlessToldOtherwise() {
        assertThat(raise(null, 15, null, "新增两所")).isEqualTo("done");
        assertThat(goal(UNIT)).isEqualTo("15/30");
    }

    @Test
    void areNeverLowered() {
        assertThat(raise(null, 12, 26, "减少")).isEqualTo("TARGET_NOT_RAISED newMembers");
        assertThat(raise(null, 13, 25, "减少")).isEqualTo("TARGET_NOT_RAISED pairedSchools");
        assertThat(raise(null, 13, 26, "一样")).isEqualTo("TARGET_NOT_RAISED newMembers");
        raise(null, 15, 30, "增加");
        assertThat(raise(1L, 14, 30, "又少一些")).isEqualTo("TARGET_NOT_RAISED newMembers");
        assertThat(goal(UNIT)).isEqualTo("15/30");
    }

    @Test
    void refuseWhatCannotBe() {
        assertThat(raise(null, 15, 15, "无核心校")).isEqualTo("TARGET_WITHOUT_CORE pairedSchools");
        assertThat(raise(null, 38, 76, "比学校还多")).isEqualTo("OUT_OF_RANGE newMembers");
        assertThat(raise(null, 15, 30, "  ")).isEqualTo("REQUIRED reason");
        assertThat(raise(null, 15, 30, "长".repeat(501))).isEqualTo("TOO_LONG reason");
        assertThat(raise(1L, 15, 30, "没有第一次")).isEqualTo("REVISION_STALE expectedRevision");
        assertThat(said(() -> targets.raise(programme, CITY, null, 99, null, "全市", officer, own())))
                .isEqualTo("NOT_FOUND regionId");
        assertThat(said(() -> targets.raise(programme, "330382", null, 50, null, "别的市", officer, own())))
                .isEqualTo("NOT_FOUND regionId");
        assertThat(goal(UNIT)).isEqualTo("13/26");
    }

    @Test
    void sentAgainChangeNothing() {
        raise(null, 15, 30, "增加");
        assertThat(raise(null, 15, 30, "增加")).isEqualTo("done");
        assertThat(withdraw(1L, "学校撤并")).isEqualTo("done");
        assertThat(withdraw(1L, "学校撤并")).isEqualTo("done");
        assertThat(steps()).hasSize(2);
    }

    @Test
    void areTakenBackAndKeepBothReasons() {
        raise(null, 15, 30, "增加");
        assertThat(withdraw(null, "学校撤并")).isEqualTo("REVISION_STALE expectedRevision");
        assertThat(withdraw(1L, "学校撤并")).isEqualTo("done");
        assertThat(goal(UNIT)).isEqualTo("13/26");
        assertThat(steps()).containsExactly("15/30 增加 " + officer.name(), "null 学校撤并 " + officer.name());
        assertThat(raise(2L, 14, 28, "又增加")).isEqualTo("done");
        assertThat(goal(UNIT)).isEqualTo("14/28");
    }

    @Test
    void holdFromTheMomentWhenTheyWereSaid() {
        var before = clock.instant().minusSeconds(1);
        raise(null, 15, 30, "增加");
        var then = clock.instant().plusSeconds(1);
        assertThat(targets.goals(programme, before).find(UNIT)).contains(new Goal(13, 26));
        assertThat(targets.goals(programme, then).find(UNIT)).contains(new Goal(15, 30));
    }

    @Test
    void givesATaskToAUnitWithout() {
        // 湖州市 has none; 杭州市上城区 prints "/"
        var everywhere = Scope.EVERYWHERE;
        assertThat(targets.goals(programme).find("330104")).isEmpty();
        assertThat(said(() -> targets.raise(programme, "330104", null, 1, null, "自愿", officer, everywhere)))
                .isEqualTo("done");
        assertThat(goal("330104")).isEqualTo("1/2");
        assertThat(goal("3301")).isEqualTo("88/176");
        database.getCollection("raisedTargets").deleteOne(new Document("region", "330104"));
    }

    @Test
    void ofTwoOfficersAtOnceTellTheSecond() throws Exception {
        try (var officers = Executors.newFixedThreadPool(4)) {
            var members = new java.util.concurrent.atomic.AtomicInteger(14);
            Callable<String> raising = () -> raise(null, members.getAndIncrement(), 40, "增加");
            var answers = officers.invokeAll(Collections.nCopies(4, raising)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn("done"::equals).hasSize(1);
            assertThat(steps()).hasSize(1);
        }
    }

    private String raise(@Nullable Long revision, int members, @Nullable Integer paired, String reason) {
        return said(() -> targets.raise(programme, UNIT, revision, members, paired, reason, officer, own()));
    }

    private String withdraw(@Nullable Long revision, String reason) {
        return said(() -> targets.withdraw(programme, UNIT, revision, reason, officer, own()));
    }

    private Scope own() {
        return Scope.of(officer.places());
    }

    private String goal(String code) {
        return targets.goals(programme).find(code).orElseThrow().figures();
    }

    private List<String> steps() {
        return targets.goals(programme).raised(UNIT).orElseThrow().steps().stream()
                .map(RaisedTargetsTest::line)
                .toList();
    }

    private static String line(Step step) {
        var goal = step.goal();
        return (goal == null ? null : goal.figures()) + " " + step.reason() + " " + step.by();
    }

    private String said(Callable<?> command) {
        try {
            command.call();
            return "done";
        } catch (RefusedException refused) {
            return texts.userErrors(refused.refusals(), Locale.SIMPLIFIED_CHINESE).stream()
                    .map(error -> error.code() + " " + String.join(".", error.path()))
                    .collect(Collectors.joining(", "));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
