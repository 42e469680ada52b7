package org.tongke.backend.verification.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.Stores;
import org.tongke.backend.verification.Verdict.Kind;
import org.tongke.backend.verification.review.Finding.State;

/** A backend is killed between two steps of a decision: the officer sends it again, to another backend, and all ends as if nothing had happened. */
@Tag("slow")
@BackendTest
class KilledFindingTest {
    private static final String SEND_BACK = """
            mutation($input: SendBackCommunityInput!) {
              sendBackCommunity(input: $input) { finding { state revision } errors { code path message } } }
            """;

    private final Desk desk;
    private final MongoDatabase database;

    @Autowired
    KilledFindingTest(ApplicationContext app, MongoDatabase database) {
        desk = Desk.in(app);
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding.kept", "finding.said"})
    void isSentAgain(String point) throws Exception {
        // something was said before, so that a step before the decision itself writes, too
        var passed = desk.say(desk.officer, desk.pass(desk.look()));
        var waiting = desk.say(desk.officer, desk.said(Kind.WITHDRAWN, passed, "再看一遍"));
        var said = desk.sendBack(waiting, Desk.item("1.2", "缺公章"));
        try (var child = ChildBackend.start(Stores.get(), point)) {
            send(child.api(), said);
            assertThat(child.awaitEnd()).isEqualTo(ChildBackend.KILLED);
        }
        assertThat(desk.finding().revision()).isEqualTo(point.equals("finding.said") ? 3 : 2);
        var again = desk.say(desk.officer, said);
        assertThat(again.state()).isEqualTo(State.SENT_BACK);
        assertThat(again.revision()).isEqualTo(3);
        assertThat(desk.queue()).doesNotContain(desk.community.id());
        assertThat(desk.history()).isEqualTo("SENT_BACK WITHDRAWN PASSED");
        assertThat(database.getCollection("findingDecisions")
                        .countDocuments(
                                new Document("finding", desk.finding().id().raw())))
                .isEqualTo(2);
    }

    private void send(Api api, DecisionSaid said) {
        var input = Map.of(
                "id",
                said.id(),
                "communityId",
                desk.community.globalId().encode(),
                "expectedRevision",
                said.expectedRevision(),
                "seen",
                said.seen().orElseThrow(),
                "items",
                List.of(Map.of("criterion", "1.2", "reason", "缺公章")));
        try {
            api.ask(desk.officer.token(), SEND_BACK, Map.of("input", input));
            throw new AssertionError("it was not killed");
        } catch (UncheckedIOException gone) {
            // that is what a client sees of it
        }
    }
}
