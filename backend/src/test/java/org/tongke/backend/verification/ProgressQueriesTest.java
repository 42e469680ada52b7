package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.TestClock;

@BackendTest
class ProgressQueriesTest {
    private static final Scope SCOPE = Scope.of(List.of(PlaceKey.region("3303")));
    private static final List<String> REGIONS = List.of("3303", "330382");

    private final ProgressStore store;
    private final LookStore looks;
    private final Progresses progresses;
    private final SentCommands sent;

    @Autowired
    ProgressQueriesTest(ProgressStore store, LookStore looks, Progresses progresses, SentCommands sent) {
        this.store = store;
        this.looks = looks;
        this.progresses = progresses;
        this.sent = sent;
    }

    @BeforeEach
    void given() {
        var facts = new FactsInHand().community("query-1").community("query-2");
        var clock = new TestClock();
        new Recomputation(looks, facts, List.of(FactsInHand.PROGRAMME), clock).recompute(List.of("query-1", "query-2"));
    }

    @Test
    void takeOneRoundTripAndTwoForManyLists() {
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, 10, null);
        var ids = List.of(FactsInHand.idOf("query-1"), FactsInHand.idOf("query-2"));
        assertThat(sent.countDuring(() -> progresses.findAll(ids, SCOPE))).isEqualTo(1);
        assertThat(sent.countDuring(() -> progresses.sums("2021", REGIONS, SCOPE)))
                .isEqualTo(1);
        assertThat(sent.countDuring(() -> progresses.list("2021", "3303", page, SCOPE)))
                .isEqualTo(1);
        assertThat(sent.countDuring(() -> progresses.listAll("2021", REGIONS, page, SCOPE)))
                .isEqualTo(2);
    }

    @Test
    void goByAnIndex(@Autowired MongoDatabase database) {
        assumeTrue(Stores.findReal().isPresent());
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, 10, null);
        var commands = Stream.<Runnable>of(
                        () -> store.findAll(List.of(FactsInHand.idOf("query-1")), SCOPE),
                        () -> looks.findStored(List.of(FactsInHand.idOf("query-1"))),
                        () -> store.list("2021", "3303", page, SCOPE),
                        () -> looks.findDue(List.of("2021"), Instant.now(), 10))
                .flatMap(query -> sent.during(query).stream())
                .toList();
        assertThat(commands)
                .hasSize(4)
                .allSatisfy(command -> assertThat(SentCommands.stages(database, command))
                        .contains("IXSCAN")
                        .doesNotContain("COLLSCAN", "SORT"));
    }
}
