package org.tongke.backend.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.CommunityChanges.Said;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

/** A community of 乐清市 that its county changes. */
@BackendTest
class CommunityChangesTest {
    private static final String COUNTY = "330382";

    private final CommunityChanges changes;
    private final Communities communities;
    private final Programmes programmes;
    private final Texts texts;
    private final World world;
    private final Viewer officer;
    private final Schools schoolEntries;
    private final List<School> schools;
    private final LocalDate today;
    private final TestClock clock;

    @Autowired
    CommunityChangesTest(
            ApplicationContext app,
            CommunityChanges changes,
            Communities communities,
            Schools schoolEntries,
            Programmes programmes,
            Texts texts,
            TestClock clock) {
        this.changes = changes;
        this.communities = communities;
        this.schoolEntries = schoolEntries;
        this.programmes = programmes;
        this.texts = texts;
        world = World.in(app);
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY)).viewer();
        schools = world.schools(COUNTY, 4);
        this.clock = clock;
        // within a programme, so that what becomes new is new in one
        clock.set("2021-10-15T10:00:00+08:00");
        today = LocalDate.ofInstant(clock.instant(), programmes.current().zone());
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    private Community enter(Mode mode, Set<String> newIn) {
        return communities.put(
                "changed-" + schools.getFirst().id(),
                "会变的教共体",
                mode,
                schools.getFirst(),
                schools.subList(1, 3),
                newIn,
                Origin.system("test"));
    }

    @Test
    void aSchoolJoinsAndLeavesByADayWithAReason() {
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        var joined = changes.join(schools.get(3).id(), said(community, 1, today, "新并入"));
        assertThat(joined.memberIds()).containsExactlyElementsOf(ids(1, 2, 3));
        assertThat(joined.places()).contains(schools.get(3).key().value());
        var left = changes.leave(schools.get(1).id(), said(community, 2, today.minusDays(3), "学校撤并"));
        assertThat(left.memberIds()).containsExactlyElementsOf(ids(2, 3));
        assertThat(lines(community))
                .containsExactly(
                        "JOINED " + today + " 新并入 " + officer.name(),
                        "LEFT " + today.minusDays(3) + " 学校撤并 " + officer.name());
        // it may come back, on the same day and for the same reason as another
        assertThat(changes.join(schools.get(1).id(), said(community, 3, today, "新并入"))
                        .memberIds())
                .containsExactlyElementsOf(ids(2, 3, 1));
    }

    @Test
    void sentAgainChangesNothing() {
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        changes.join(schools.get(3).id(), said(community, 1, today, "新并入"));
        changes.join(schools.get(3).id(), said(community, 1, today, "新并入"));
        assertThat(history(community).revision()).isEqualTo(2);
        assertThat(history(community).steps()).hasSize(1);
    }

    @Test
    void aSchoolThatLeftOnTheDayItCameMayComeAgain() {
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        changes.join(schools.get(3).id(), said(community, 1, today, "新并入"));
        changes.leave(schools.get(3).id(), said(community, 2, today, "填错"));
        assertThat(changes.join(schools.get(3).id(), said(community, 3, today, "新并入"))
                        .memberIds())
                .containsExactlyElementsOf(ids(1, 2, 3));
        assertThat(history(community).steps()).hasSize(3);
    }

    @Test
    void aCollaborativeOneCountsAsNewOnce() {
        var running = running();
        var community = enter(Mode.COLLABORATIVE, Set.of());
        var merged = changes.changeMode(Mode.MERGED, said(community, 1, today, "转为融合型"));
        assertThat(merged.mode()).isEqualTo(Mode.MERGED);
        assertThat(merged.programmes()).isEqualTo(running);
        assertThat(merged.id()).isEqualTo(community.id());
        // from one such mode to the other it is not new again
        var built = changes.changeMode(Mode.CO_BUILT, said(community, 2, today, "改为共建型"));
        assertThat(built.programmes()).isEqualTo(running);
        assertThat(lines(community)).hasSize(2);
    }

    @Test
    void oneThatWasNewBeforeIsNotNewAgain() {
        var community = enter(Mode.COLLABORATIVE, Set.of("1999"));
        assertThat(changes.changeMode(Mode.MERGED, said(community, 1, today, "转为融合型"))
                        .programmes())
                .containsExactly("1999");
    }

    @Test
    void oneFormedBeforeIsNotNewByAnotherMode() {
        var community = enter(Mode.CO_BUILT, Set.of());
        assertThat(changes.changeMode(Mode.MERGED, said(community, 1, today, "改为融合型"))
                        .programmes())
                .isEmpty();
    }

    @Test
    void refusesWhatMakesNoCommunity() {
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        var other = world.school("330522");
        assertThat(refusal(() -> changes.join(other.id(), said(community, 1, today, "外县"))))
                .isEqualTo("SCHOOL_OF_OTHER_COUNTY members");
        assertThat(refusal(() -> changes.join(schools.get(1).id(), said(community, 1, today, "已在"))))
                .isEqualTo("SCHOOL_TWICE members");
        assertThat(refusal(() -> changes.join("nowhere", said(community, 1, today, "没有"))))
                .isEqualTo("NOT_FOUND schoolId");
        assertThat(refusal(() -> changes.leave(schools.get(3).id(), said(community, 1, today, "不在"))))
                .isEqualTo("NOT_FOUND schoolId");
        assertThat(refusal(() -> changes.leave(schools.getFirst().id(), said(community, 1, today, "核心校"))))
                .isEqualTo("NOT_FOUND schoolId");
        assertThat(refusal(() -> changes.join(schools.get(3).id(), said(community, 1, today.plusDays(1), "明天"))))
                .isEqualTo("OUT_OF_RANGE on");
        assertThat(refusal(() -> changes.join(schools.get(3).id(), said(community, 1, today, " "))))
                .isEqualTo("REQUIRED reason");
        assertThat(refusal(() -> changes.join(schools.get(3).id(), said(community, 7, today, "旧的"))))
                .isEqualTo("REVISION_STALE expectedRevision");
        assertThat(refusal(() -> changes.changeMode(Mode.COLLABORATIVE, said(community, 1, today, "退回"))))
                .isEqualTo("MALFORMED mode");
        assertThat(refusal(() -> changes.changeMode(Mode.CO_BUILT, said(community, 1, today, "一样"))))
                .isEqualTo("MALFORMED mode");
        changes.leave(schools.get(1).id(), said(community, 1, today, "撤并"));
        assertThat(refusal(() -> changes.leave(schools.get(2).id(), said(community, 2, today, "最后一所"))))
                .isEqualTo("REQUIRED members");
    }

    @Test
    void aSchoolIsInOneNewCommunityOfAYear() {
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        var elsewhere = communities.put(
                "other-" + schools.getFirst().id(),
                "另一个教共体",
                Mode.MERGED,
                schools.get(3),
                world.schools(COUNTY, 1),
                Set.of("2021"),
                Origin.system("test"));
        assertThat(refusal(() -> changes.join(schools.get(3).id(), said(community, 1, today, "并入"))))
                .isEqualTo("SCHOOL_IN_OTHER_COMMUNITY schoolId");
        assertThat(elsewhere.programmes()).containsExactly("2021");
    }

    /** A collaborative one is in nobody's way, until it is to count. */
    @Test
    void aCollaborativeOneDoesNotBecomeNewWithASchoolThatIsNewElsewhere() {
        var loose = enter(Mode.COLLABORATIVE, Set.of());
        var running = running();
        communities.put(
                "counts-" + schools.getFirst().id(),
                "已经算新增的教共体",
                Mode.CO_BUILT,
                schools.get(3),
                List.of(schools.get(2)),
                running,
                Origin.system("test"));
        assertThat(refusal(() -> changes.changeMode(Mode.MERGED, said(loose, 1, today, "转为融合型"))))
                .isEqualTo("SCHOOL_IN_OTHER_COMMUNITY mode");
        assertThat(history(loose).community().mode()).isEqualTo(Mode.COLLABORATIVE);
    }

    /** Annex 1, notes 二.4. */
    @Test
    void urbanSchoolsAreNoMembersAndRuralOnesNoCore() {
        var urban = school(SchoolArea.URBAN);
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        assertThat(refusal(() -> changes.join(urban.id(), said(community, 1, today, "并入"))))
                .isEqualTo("SCHOOL_URBAN schoolId");

        var core = school(SchoolArea.RURAL);
        var loose = communities.put(
                "loose-" + core.id(),
                "协作",
                Mode.COLLABORATIVE,
                core,
                List.of(urban, schools.get(3)),
                Set.of(),
                Origin.system("test"));
        assertThat(refusal(() -> changes.changeMode(Mode.CO_BUILT, said(loose, 1, today, "转为共建型"))))
                .isEqualTo("SCHOOL_RURAL mode");
        var another = school(SchoolArea.URBAN);
        assertThat(changes.join(another.id(), said(loose, 1, today, "协作的不限")).memberIds())
                .contains(another.id());
    }

    private School school(SchoolArea area) {
        var id = UUID.randomUUID().toString();
        return schoolEntries.put(id, "学校" + id, area, COUNTY);
    }

    @Test
    void anotherCountySeesNothing() {
        var community = enter(Mode.CO_BUILT, Set.of("2021"));
        var away = new Said(community.id(), 1, today, "外县", officer, Scope.of(List.of(PlaceKey.region("330522"))));
        assertThat(refusal(() -> changes.join(schools.get(3).id(), away))).isEqualTo("NOT_FOUND communityId");
    }

    /** Programmes of the day; there is one. */
    private Set<String> running() {
        var running = programmes.list().stream()
                .filter(programme -> programme.span().contains(today))
                .map(programme -> programme.id())
                .collect(Collectors.toSet());
        assertThat(running).isNotEmpty();
        return running;
    }

    private Said said(Community community, long revision, LocalDate on, String reason) {
        return new Said(community.id(), revision, on, reason, officer, Scope.of(officer.places()));
    }

    private CommunityHistory history(Community community) {
        return Objects.requireNonNull(changes.histories(List.of(community.id())).get(community.id()));
    }

    private List<String> lines(Community community) {
        return history(community).steps().stream()
                .map(step -> step.kind() + " " + step.on() + " " + step.reason() + " " + step.by())
                .toList();
    }

    private List<String> ids(int... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(schools::get)
                .map(School::id)
                .toList();
    }

    private String refusal(Callable<?> command) {
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
