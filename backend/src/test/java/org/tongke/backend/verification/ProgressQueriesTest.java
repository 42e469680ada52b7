package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

@BackendTest
class ProgressQueriesTest {
    private static final Scope SCOPE = Scope.of(List.of(PlaceKey.region("3303")));
    private static final List<String> REGIONS = List.of("3303", "330382");

    private static final AsOf NOW = AsOf.of(null, FactsInHand.PROGRAMME.zone(), Instant.now());
    private static final AsOf PAST =
            AsOf.of(LocalDate.parse("2021-06-30"), FactsInHand.PROGRAMME.zone(), Instant.now());

    private final ProgressStore store;
    private final LookStore looks;
    private final ProgressHistory history;
    private final Progresses progresses;
    private final SentCommands sent;
    private final World world;
    private String one = "";
    private String other = "";

    @Autowired
    ProgressQueriesTest(
            ProgressStore store,
            LookStore looks,
            ProgressHistory history,
            Progresses progresses,
            SentCommands sent,
            ApplicationContext app) {
        this.store = store;
        this.looks = looks;
        this.history = history;
        this.progresses = progresses;
        this.sent = sent;
        world = World.in(app);
    }

    @BeforeEach
    void given() {
        // communities that are there, since others look at all progress
        one = found();
        other = found();
        var facts = new FactsInHand().community(one).community(other);
        new Recomputation(looks, history, facts, List.of(FactsInHand.PROGRAMME), new TestClock())
                .recompute(List.of(one, other));
    }

    private String found() {
        var county = REGIONS.getLast();
        return world.community(world.school(county), List.of(world.school(county)))
                .id();
    }

    @Test
    void takeOneRoundTripAndTwoForManyLists() {
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, 10, null);
        var ids = List.of(FactsInHand.idOf(one), FactsInHand.idOf(other));
        assertThat(sent.countDuring(() -> progresses.findAll(ids, SCOPE))).isEqualTo(1);
        assertThat(sent.countDuring(() -> progresses.standings(FactsInHand.PROGRAMME, REGIONS, NOW, SCOPE)))
                .as("and raised targets")
                .isEqualTo(2);
        assertThat(sent.countDuring(() -> progresses.standings(FactsInHand.PROGRAMME, REGIONS, PAST, SCOPE)))
                .as("and raised targets")
                .isEqualTo(3);
        assertThat(sent.countDuring(() -> progresses.findAll(FactsInHand.PROGRAMME, ids, PAST, SCOPE)))
                .isEqualTo(2);
        assertThat(sent.countDuring(() -> list("3303", page))).isEqualTo(1);
        assertThat(sent.countDuring(() -> progresses.listAll("2021", REGIONS, page, true, SCOPE)))
                .isEqualTo(2);
        var queue = PageRequest.of(Progresses.QUEUE, Progresses.LIST_KEYS, 10, null);
        assertThat(sent.countDuring(() -> progresses.queues("2021", List.of("3303"), queue, SCOPE)))
                .isEqualTo(1);
        assertThat(sent.countDuring(() -> progresses.queues("2021", REGIONS, queue, SCOPE)))
                .isEqualTo(2);
    }

    /** However many communities are looked at, each collection is asked once, and progress is written once. */
    @Test
    void recomputeManyInOnePassOverEachCollection(@Autowired Recomputation recomputation) {
        var many = Stream.generate(this::found).limit(30).toList();
        recomputation.recompute(many);
        List<String> commands;
        int attempts = 0;
        do {
            // the keeper, which follows the same facts, may come between; then those that it looked at are looked at
            // again
            commands = sent.during(() -> recomputation.recompute(many)).stream()
                    .map(command -> command.getFirstKey() + " "
                            + command.getString(command.getFirstKey()).getValue())
                    .sorted()
                    .toList();
        } while (commands.size() > 7 && ++attempts < 10);
        assertThat(commands)
                .containsExactly(
                        "find activities",
                        "find communities",
                        "find evidence",
                        "find exchangeRegister",
                        "find findings",
                        "find progress",
                        "update progress");
    }

    @Test
    void goByAnIndex(@Autowired MongoDatabase database) {
        assumeTrue(Stores.findReal().isPresent());
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, 10, null);
        var queue = PageRequest.of(Progresses.QUEUE, Progresses.LIST_KEYS, 10, null);
        var commands = Stream.<Runnable>of(
                        () -> store.findAll(List.of(FactsInHand.idOf(one)), SCOPE),
                        () -> looks.findStored(List.of(FactsInHand.idOf(one))),
                        () -> store.list(ProgressStore.Order.BY_LACK, "2021", "3303", page, true, SCOPE),
                        () -> store.standings("2021", REGIONS, SCOPE),
                        () -> progresses.standings(FactsInHand.PROGRAMME, REGIONS, PAST, SCOPE),
                        () -> progresses.findAll(FactsInHand.PROGRAMME, List.of(FactsInHand.idOf(one)), PAST, SCOPE),
                        () -> store.list(ProgressStore.Order.QUEUED, "2021", "3303", queue, true, SCOPE),
                        () -> looks.findDue(List.of("2021"), Instant.now(), 10))
                .flatMap(query -> sent.during(query).stream())
                .toList();
        assertThat(commands)
                .hasSize(11)
                .allSatisfy(command -> assertThat(SentCommands.stages(database, command))
                        .contains("IXSCAN")
                        .doesNotContain("COLLSCAN", "SORT"));
    }

    private Connection<CommunityProgress> list(String regionCode, PageRequest page) {
        return Objects.requireNonNull(progresses
                .listAll("2021", List.of(regionCode), page, true, SCOPE)
                .get(regionCode));
    }
}
