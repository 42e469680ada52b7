package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tongke.backend.exchange.Row.lesson;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;

@BackendTest
class ActivityListTest {
    private static final Instant FROM = Instant.parse("2021-03-10T00:00:00+08:00");
    private static final Instant TO = Instant.parse("2021-03-12T00:00:00+08:00");

    private final Activities activities;
    private final SentCommands commands;
    private final MongoDatabase database;
    private final Scene scene;
    private final Platform platform;

    ActivityListTest(ApplicationContext application) {
        activities = application.getBean(Activities.class);
        commands = application.getBean(SentCommands.class);
        database = application.getBean(MongoDatabase.class);
        scene = Scene.in(application).community("河边", "河边小学", "山村小学");
        platform = scene.platform("云课");
        platform.sends(
                lesson("before").at("2021-03-09 23:59"),
                lesson("b").at("2021-03-10 10:20"),
                lesson("first").at("2021-03-10 00:00"),
                lesson("a").at("2021-03-10 10:20"),
                lesson("other").schools("河边小学", "山村小学"),
                lesson("last").at("2021-03-11 23:59"),
                lesson("after").at("2021-03-12 00:00"));
    }

    @Test
    void holdsAWindowInTheOrderOfStartAndId() {
        assertThat(pages(100)).containsExactly("first", "a", "b", "last");
    }

    @Test
    void isTheSameInPagesOfAnySize() {
        assertThat(pages(1)).containsExactly("first", "a", "b", "last");
        assertThat(pages(3)).containsExactly("first", "a", "b", "last");
    }

    @Test
    void takesOnlyCursorsOfItsOwn() {
        var page = new PageRequest(10, Optional.of(Cursor.of(Activities.LIST, "yesterday", "x")));
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> list(page));
        var farAway = new PageRequest(10, Optional.of(Cursor.of(Activities.LIST, "+1000000000-12-31T23:59:59Z", "x")));
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> list(farAway));
    }

    @Test
    void holdsOnlyWhatTheViewerMaySee() {
        var elsewhere = Scope.of(List.of(PlaceKey.region("330302")));
        var channels = List.of(scene.communityNamed("城关").channel());
        var ids = List.of(platform.key("a").id());
        assertThat(activities.find(ids.getFirst(), elsewhere)).isEmpty();
        assertThat(activities.findAll(ids, elsewhere)).isEmpty();
        assertThat(activities.findByChannels(channels, FROM, TO, 10, elsewhere)).isEmpty();
        assertThat(activities.countByChannels(channels, FROM, TO, 10, elsewhere))
                .isZero();
        assertThat(activities.findByCommunities(
                        List.of(scene.communityNamed("城关").id()), FROM, TO, elsewhere))
                .isEmpty();
        assertThat(activities
                        .list(
                                scene.communityNamed("城关").id(),
                                FROM,
                                TO,
                                new PageRequest(10, Optional.empty()),
                                elsewhere)
                        .edges())
                .isEmpty();
    }

    @Test
    void ofSeveralCommunitiesHoldsEachActivityOnce() {
        var both = List.of(
                scene.communityNamed("城关").id(), scene.communityNamed("河边").id());
        assertThat(activities.findByCommunities(both, FROM, TO, Scope.EVERYWHERE))
                .extracting(activity -> activity.key().externalId())
                .containsExactly("first", "a", "b", "other", "last");
        var school = scene.schoolNamed("山村小学").key().value();
        var channels = List.of(school, scene.communityNamed("河边").channel());
        assertThat(activities.findByChannels(channels, FROM, TO, 4, Scope.EVERYWHERE))
                .extracting(activity -> activity.key().externalId())
                .containsExactly("first", "a", "b", "other");
        assertThat(activities.countByChannels(channels, FROM, TO, 10, Scope.EVERYWHERE))
                .isEqualTo(5);
        assertThat(activities.countByChannels(channels, FROM, TO, 3, Scope.EVERYWHERE))
                .isEqualTo(3);
    }

    @Test
    void isReadByAnIndex() {
        Assumptions.assumeTrue(Stores.findReal().isPresent(), "the embedded store explains nothing");
        var community = scene.communityNamed("城关");
        var channels = List.of(community.channel());
        var page = new PageRequest(10, Optional.of(Cursor.of(Activities.LIST, FROM.toString(), "x")));
        assertThat(stages(() -> activities.findByChannels(channels, FROM, TO, 10, Scope.EVERYWHERE)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(stages(() -> activities.list(community.id(), FROM, TO, page, Scope.EVERYWHERE)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN", "SORT");
        assertThat(stages(() -> activities.findByCommunities(List.of(community.id()), FROM, TO, Scope.EVERYWHERE)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(stages(() -> activities.findAll(List.of("x:1", "x:2"), Scope.EVERYWHERE)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
    }

    private List<String> stages(Runnable question) {
        List<BsonDocument> sent = commands.during(question);
        assertThat(sent).hasSize(1);
        return SentCommands.stages(database, sent.getFirst());
    }

    private List<String> pages(int size) {
        var read = new ArrayList<String>();
        var page = list(new PageRequest(size, Optional.empty()));
        while (true) {
            page.edges().stream()
                    .map(Edge::node)
                    .map(activity -> activity.key().externalId())
                    .forEach(read::add);
            var end = page.pageInfo().endCursor();
            if (!page.pageInfo().hasNextPage() || end == null) {
                return read;
            }
            page = list(PageRequest.of(Activities.LIST, Activities.LIST_KEYS, size, end));
        }
    }

    private Connection<Activity> list(PageRequest page) {
        return activities.list(scene.communityNamed("城关").id(), FROM, TO, page, Scope.EVERYWHERE);
    }
}
