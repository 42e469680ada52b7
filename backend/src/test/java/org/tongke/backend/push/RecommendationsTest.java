package org.tongke.backend.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Sharing;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.PushSample;

/** Schools recommend what they share; the centre says yes or no and why, and the school sees it. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecommendationsTest {
    private static final String COUNTY = "331122";
    private static final String SEEN = """
            query($id: ID!) { node(id: $id) { ... on Resource { viewerCanRecommend recommendations { state note
                decision { by reason } viewerCanDecide title school { name } } } } }""";

    private final ApplicationContext app;
    private final Recommendations recommendations;
    private final Api api;
    private PushScene scene;
    private Person owner;

    @Autowired
    RecommendationsTest(ApplicationContext app, Recommendations recommendations, @LocalServerPort int port) {
        this.app = app;
        this.recommendations = recommendations;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        scene = PushScene.in(app, COUNTY);
        owner = scene.world.person(Role.TEACHER, PlaceKey.school(scene.community.coreId()));
    }

    private Resource shared() {
        return scene.world.share(owner, scene.community, "好课件");
    }

    private Recommendation recommend(Person person, UUID id, Resource resource) {
        return recommendations.recommend(
                id,
                resource.id(),
                Optional.of(COUNTY),
                Optional.of("学生很喜欢"),
                person.viewer(),
                scene.scope("Mutation.recommendResource", person));
    }

    private Recommendation decide(Person person, Recommendation one, long revision, boolean accept, String reason) {
        return recommendations.decide(
                one.id(),
                revision,
                accept,
                reason,
                person.viewer(),
                scene.scope("Mutation.decideRecommendation", person));
    }

    private List<String> queue(Person person, RecommendationState state) {
        return recommendations
                .list(
                        Optional.of(state),
                        new PageRequest(100, Optional.empty()),
                        scene.scope("Query.recommendations", person))
                .edges()
                .stream()
                .map(edge -> edge.node().id())
                .toList();
    }

    @Test
    void comeFromTheOwnerOrAClerkOfTheSchool() {
        var resource = shared();
        for (var other : List.of(scene.teacher, scene.member, scene.away)) {
            assertThat(scene.refusal(() -> recommend(other, UUID.randomUUID(), resource)))
                    .isEqualTo("NOT_FOUND resourceId");
        }
        var one = recommend(owner, UUID.randomUUID(), resource);
        assertThat(recommend(scene.clerk, UUID.randomUUID(), resource)).isEqualTo(one);
        assertThat(queue(scene.staff, RecommendationState.WAITING)).contains(one.id());
        assertThat(queue(scene.teacher, RecommendationState.WAITING)).contains(one.id());
        assertThat(queue(scene.staffAway, RecommendationState.WAITING)).doesNotContain(one.id());
        assertThat(queue(scene.member, RecommendationState.WAITING)).doesNotContain(one.id());
        assertThat(scene.refusal(() -> recommendations.recommend(
                        UUID.randomUUID(),
                        resource.id(),
                        Optional.of("331125"),
                        Optional.empty(),
                        owner.viewer(),
                        Scope.NOWHERE)))
                .isEqualTo("NOT_FOUND centreId");
    }

    @Test
    void areDeclinedWithAReasonAndCanBeMadeAgain() {
        var resource = shared();
        var id = UUID.randomUUID();
        var one = recommend(owner, id, resource);
        assertThat(scene.refusal(() -> decide(scene.staff, one, 1, false, " "))).isEqualTo("REQUIRED reason");
        assertThat(scene.refusal(() -> decide(scene.staffAway, one, 1, false, "x")))
                .isEqualTo("NOT_FOUND recommendationId");
        assertThat(scene.refusal(() -> decide(scene.staff, one, 2, false, "x")))
                .isEqualTo("REVISION_STALE expectedRevision");
        var declined = decide(scene.staff, one, 1, false, "已有同类资源");
        assertThat(decide(scene.staff, one, 1, false, "别的")).isEqualTo(declined);
        assertThat(scene.refusal(() -> decide(scene.staff, one, 2, true, "")))
                .isEqualTo("RECOMMENDATION_DECIDED recommendationId");
        assertThat(recommend(owner, id, resource)).as("sent again").isEqualTo(declined);
        var seen = Map.<String, Object>of("id", resource.globalId().encode());
        assertThat(api.ask(owner.token(), SEEN, seen).body())
                .contains(
                        "\"viewerCanRecommend\":true",
                        "\"state\":\"DECLINED\"",
                        "\"reason\":\"已有同类资源\"",
                        "\"viewerCanDecide\":false");
        assertThat(api.ask(scene.member.token(), SEEN, seen).body())
                .contains("\"viewerCanRecommend\":false", "\"recommendations\":null");
        var again = recommend(owner, UUID.randomUUID(), resource);
        assertThat(again.state()).isEqualTo(RecommendationState.WAITING);
    }

    @Test
    void letTheCentrePushWhatItAccepted() {
        var resource = shared();
        var one = recommend(owner, UUID.randomUUID(), resource);
        decide(scene.staff, one, 1, true, "");
        var apart = scene.world.person(Role.CLERK, scene.world.school(COUNTY).key());
        assertThat(scene.sees(apart, resource)).isFalse();
        scene.centre.push(resource, PushSample.ALL);
        assertThat(scene.sees(apart, resource)).isTrue();
        assertThat(scene.refusal(() -> scene.remind(
                        scene.centre.plan(
                                UUID.randomUUID(),
                                resource,
                                PushSample.ALL,
                                Optional.of(Instant.now().plus(Duration.ofDays(9)))),
                        UUID.randomUUID())))
                .isEqualTo("PUSH_NOT_DELIVERED pushId");
    }

    @Test
    void areClosedWhenTheResourceIsTakenBack() {
        var resource = shared();
        var one = recommend(owner, UUID.randomUUID(), resource);
        app.getBean(Sharing.class)
                .withdraw(resource.id(), 1, "有错", owner.viewer(), scene.scope("Mutation.withdrawResource", owner));
        var end = Instant.now().plusSeconds(20);
        while (queue(scene.staff, RecommendationState.WAITING).contains(one.id())
                && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(queue(scene.staff, RecommendationState.WITHDRAWN)).contains(one.id());
        assertThat(scene.refusal(() -> recommend(owner, UUID.randomUUID(), resource)))
                .isEqualTo("RESOURCE_WITHDRAWN resourceId");
    }
}
