package org.tongke.backend.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolChange;
import org.tongke.backend.directory.SchoolFacts;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.PushSample;
import org.tongke.backend.support.SentCommands;

/** A rule tells before anything is sent whom it meets; one that meets nobody is refused, one that meets everybody must be confirmed. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushRulesTest {
    private static final String COUNTY = "331123";
    private static final String CITY = "3311";
    private static final String PREVIEW = """
            query($rule: PushRuleInput!, $after: String) { pushPreview(rule: $rule) { schools teachers everybody
                receivers(first: 1, after: $after) { edges { node { teachers school { name } } }
                pageInfo { hasNextPage endCursor } } } }""";

    private final ApplicationContext app;
    private final Api api;
    private final SentCommands commands;
    private PushScene scene;
    private School junior;

    @Autowired
    PushRulesTest(ApplicationContext app, SentCommands commands, @LocalServerPort int port) {
        this.app = app;
        this.commands = commands;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        scene = PushScene.in(app, COUNTY);
        var before = scene.world.school(COUNTY);
        junior = before.with(SchoolArea.URBAN, new SchoolFacts(null, List.of(SchoolStage.JUNIOR), null, null, null));
        app.getBean(Schools.class)
                .write(
                        List.of(new SchoolChange(
                                app.getBean(Schools.class)
                                        .find(before.id(), Scope.EVERYWHERE)
                                        .orElseThrow(),
                                junior)),
                        Origin.system("test"));
    }

    private List<String> met(RuleSaid rule) {
        return preview(rule).receivers().stream()
                .map(receiver -> receiver.school().id())
                .toList();
    }

    private PushPreview preview(RuleSaid rule) {
        return scene.pushing().preview(rule, Optional.empty(), scene.staff.viewer());
    }

    private static RuleSaid rule(
            List<String> regions, List<SchoolStage> stages, List<String> grades, List<Mode> modes) {
        return new RuleSaid(regions, List.of(), stages, List.of(), grades, modes);
    }

    @Test
    void meetBySchoolStageGradeAreaAndCommunity() {
        assertThat(met(PushScene.areas(SchoolArea.RURAL)))
                .containsExactly(scene.community.memberIds().getFirst());
        assertThat(met(rule(List.of(), List.of(SchoolStage.JUNIOR), List.of(), List.of())))
                .containsExactly(junior.id());
        assertThat(met(rule(List.of(), List.of(), List.of("G8"), List.of()))).containsExactly(junior.id());
        assertThat(met(rule(List.of(), List.of(), List.of("五年级"), List.of()))).isEmpty();
        assertThat(met(rule(List.of(COUNTY), List.of(), List.of(), List.of(Mode.CO_BUILT))))
                .containsExactlyInAnyOrderElementsOf(scene.community.schoolIds());
        assertThat(met(rule(List.of(), List.of(), List.of(), List.of(Mode.MERGED))))
                .isEmpty();
        assertThat(met(rule(List.of(), List.of(SchoolStage.JUNIOR), List.of(), List.of(Mode.CO_BUILT))))
                .as("both must hold")
                .isEmpty();
        var mathematics = preview(PushScene.subjects("数学"));
        assertThat(mathematics.receivers()).singleElement().satisfies(one -> {
            assertThat(one.school().id()).isEqualTo(scene.community.coreId());
            assertThat(one.teachers()).isEqualTo(1);
        });
        assertThat(mathematics.everybody()).isFalse();
    }

    @Test
    void areRefusedWhereTheyMeetNobodyOrSayNothing() {
        var resource = scene.centre.share("没有人");
        assertThat(scene.refusal(() -> plan(resource.id(), rule(List.of(), List.of(), List.of("K"), List.of()), true)))
                .isEqualTo("PUSH_MEETS_NOBODY rule");
        assertThat(scene.refusal(() -> plan(resource.id(), PushSample.ALL, false)))
                .isEqualTo("PUSH_MEETS_EVERYBODY confirmEverybody");
        assertThat(preview(PushSample.ALL).everybody()).isTrue();
        assertThat(scene.refusal(() -> plan(resource.id(), rule(List.of(CITY), List.of(), List.of(), List.of()), true)))
                .as("a region that is not the centre's")
                .isEqualTo("NOT_FOUND rule.regionIds");
        assertThat(scene.refusal(() -> plan(resource.id(), PushScene.subjects("炼金术"), true)))
                .startsWith("SUBJECT_UNKNOWN rule.subjects");
        assertThat(scene.refusal(
                        () -> plan(resource.id(), rule(List.of(), List.of(), List.of("十三年级"), List.of()), true)))
                .startsWith("GRADE_UNKNOWN rule.grades");
        assertThat(scene.refusal(() -> scene.pushing()
                        .create(
                                UUID.randomUUID(),
                                Optional.of("331125"),
                                said(resource.id(), PushSample.ALL, true),
                                scene.staff.viewer())))
                .isEqualTo("NOT_FOUND centreId");
        var ofSchool = scene.world.share(scene.clerk, scene.community, "学校的");
        assertThat(scene.refusal(() -> plan(ofSchool.id(), PushSample.ALL, true)))
                .isEqualTo("RESOURCE_NOT_ACCEPTED resourceId");
        assertThat(scene.refusal(() -> plan("no-such-resource", PushSample.ALL, true)))
                .isEqualTo("NOT_FOUND resourceId");
    }

    private Push plan(String resourceId, RuleSaid rule, boolean everybody) {
        return scene.pushing()
                .create(UUID.randomUUID(), Optional.empty(), said(resourceId, rule, everybody), scene.staff.viewer());
    }

    private static PushSaid said(String resourceId, RuleSaid rule, boolean everybody) {
        return new PushSaid(
                resourceId, rule, Optional.empty(), Optional.of(Instant.parse("2090-01-01T00:00:00Z")), everybody);
    }

    @Test
    void areToldPageByPage() {
        var first = api.ask(scene.staff.token(), PREVIEW, Map.of("rule", Map.of("modes", List.of("CO_BUILT"))));
        assertThat(first.at("/data/pushPreview/schools").asInt()).isEqualTo(2);
        assertThat(first.at("/data/pushPreview/receivers/pageInfo/hasNextPage").asBoolean())
                .isTrue();
        var end = first.at("/data/pushPreview/receivers/pageInfo/endCursor").asString();
        var second = api.ask(
                scene.staff.token(), PREVIEW, Map.of("rule", Map.of("modes", List.of("CO_BUILT")), "after", end));
        assertThat(second.at("/data/pushPreview/receivers/pageInfo/hasNextPage").asBoolean())
                .isFalse();
        assertThat(second.at("/data/pushPreview/receivers/edges/0/node/school/name")
                        .asString())
                .isNotEqualTo(first.at("/data/pushPreview/receivers/edges/0/node/school/name")
                        .asString());
        assertThat(api.ask(scene.clerk.token(), PREVIEW, Map.of("rule", Map.of()))
                        .codes())
                .containsExactly("FORBIDDEN");
        assertThat(api.ask(scene.staff.token(), PREVIEW, Map.of("rule", Map.of("subjects", List.of("炼金术"))))
                        .at("/data/pushPreview")
                        .isNull())
                .isTrue();
    }

    @Tag("slow")
    @Test
    void reachSomeHundredSchoolsInAsManyRoundTripsAsBatches() {
        var many = PushScene.in(app, "331126");
        var schools = app.getBean(Schools.class);
        schools.putAll(IntStream.range(0, 700)
                .mapToObj(
                        number -> schools.make("many-" + UUID.randomUUID(), "村小" + number, SchoolArea.RURAL, "331126"))
                .toList());
        var resource = many.centre.share("七百所");
        var later = Optional.of(Instant.parse("2090-01-01T00:00:00Z"));
        var planned = many.centre.plan(UUID.randomUUID(), resource, PushSample.ALL, later);
        var sent = commands.during(() -> app.getBean(Deliverer.class).deliver(planned));
        var delivered = many.centre.await(planned, PushState.DELIVERED);
        assertThat(many.counts(delivered).schools()).isGreaterThanOrEqualTo(702);
        assertThat(sent.stream()
                        .filter(command -> command.getFirstKey().equals("insert"))
                        .filter(command ->
                                command.getString("insert").getValue().equals(DeliveryStore.COLLECTION))
                        .count())
                .as("batches")
                .isEqualTo(2);
        var asked = commands.ofRequests(() -> many.counts(delivered));
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
    }
}
