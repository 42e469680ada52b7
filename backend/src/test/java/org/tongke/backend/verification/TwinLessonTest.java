package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.evaluation.FactRef;

/** A lesson that two suppliers report counts once, and a picture of either report proves it. */
@BackendTest
class TwinLessonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final World world;
    private final Activities activities;
    private final Progresses progresses;

    TwinLessonTest(ApplicationContext application) {
        world = World.in(application);
        activities = application.getBean(Activities.class);
        progresses = application.getBean(Progresses.class);
    }

    @Test
    void countsOnce() {
        var core = world.school("330382");
        var community = world.community(core, List.of(world.school("330382")));
        var lesson = world.lesson(community, world.day(5));
        report(lesson, community, world.day(5), 1);
        var hidden = awaitHidden(lesson);
        // both are reported long after their end
        await(community, 0, 0);
        activities.recordAttendances(Map.of(lesson.id(), 40, twinOf(lesson).id(), 40), Origin.system("test"));
        await(community, 1, 0);
        world.upload(world.person(Role.CLERK, core.key()), community, Upload.photo(hidden.id()));
        await(community, 1, 1);
        report(lesson, community, world.day(6), 2);
        await(community, 2, 1);
        report(lesson, community, world.day(5), 3);
        await(community, 1, 1);
    }

    private static Set<String> ids(Activity lesson) {
        return Set.of(lesson.id(), twinOf(lesson).id());
    }

    private static ActivityKey twinOf(Activity lesson) {
        return new ActivityKey("another-" + lesson.key().supplier(), "1");
    }

    private void report(Activity lesson, Community community, Instant startsAt, long revision) {
        var report = new ActivityReport(
                twinOf(lesson),
                new ReportedVersion(revision, "v" + revision),
                lesson.kindCode(),
                lesson.title(),
                lesson.subjectCode(),
                lesson.className(),
                startsAt,
                startsAt.plus(Duration.between(lesson.startsAt(), lesson.endsAt())),
                lesson.state(),
                lesson.schools(),
                lesson.teachers(),
                community.id(),
                community.name(),
                "另一家",
                null,
                lesson.details(),
                community.countyCode(),
                lesson.places());
        activities.apply(List.of(report), Origin.system("test"));
    }

    /** The report that is not shown, once the two are one lesson: until then one of them may be counted alone. */
    private Activity awaitHidden(Activity lesson) {
        until("one of the reports is hidden", () -> hidden(lesson).isPresent());
        return hidden(lesson).orElseThrow();
    }

    private Optional<Activity> hidden(Activity lesson) {
        return activities.findAll(ids(lesson), Scope.EVERYWHERE).values().stream()
                .filter(activity -> !activity.isShown())
                .findFirst();
    }

    private void await(Community community, long lessons, long pictures) {
        var expected = lessons + " lessons, " + pictures + " pictures";
        until(expected, () -> counted(community).equals(expected));
    }

    private static void until(String wanted, BooleanSupplier isSo) {
        var end = Instant.now().plus(PATIENCE);
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).as(wanted).isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** What counts for the criterion of lessons. */
    private String counted(Community community) {
        var facts = progresses
                .find(new ProgressId(world.programme(), community.id()), Scope.EVERYWHERE)
                .map(progress -> progress.criteria().stream()
                        .filter(criterion -> criterion.code().equals("2.1"))
                        .flatMap(criterion -> criterion.facts().stream())
                        .toList())
                .orElse(List.of());
        return count(facts, FactRef.Type.ACTIVITY) + " lessons, " + count(facts, FactRef.Type.EVIDENCE) + " pictures";
    }

    private static long count(List<ProgressFact> facts, FactRef.Type type) {
        return facts.stream()
                .filter(fact -> fact.fact().type() == type && fact.counts())
                .count();
    }
}
