package org.tongke.backend.verification.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.community.Community;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.verification.Verdict.Kind;
import org.tongke.backend.verification.review.Finding.State;

/** A county passes many communities at once, and takes that back. */
@Tag("slow")
@BackendTest
class ManyDecisionsTest {
    private final ApplicationContext app;
    private final SentCommands commands;
    private Desk desk;
    private Community second;

    @Autowired
    ManyDecisionsTest(ApplicationContext app, SentCommands commands) {
        this.app = app;
        this.commands = commands;
        desk = Desk.in(app);
        second = desk.community;
    }

    @BeforeEach
    void twoThatWait() {
        desk = Desk.in(app);
        second = desk.world.ready(Desk.COUNTY, desk.clerk);
    }

    private List<String> sayAll(List<DecisionSaid> all) {
        return Desk.outcomes(desk.world.sayAll(desk.officer, all));
    }

    @Test
    void passesThoseThatMayBePassedAndSaysOfEachOtherWhyNot() {
        var own = desk.world.ready(Desk.COUNTY, desk.clerk);
        desk.world.claim(desk.officer, own, "1.1", MediaType.PDF, "我的批文.pdf");
        var away = desk.world.ready("330212", desk.clerk);
        var changed = desk.world.ready(Desk.COUNTY, desk.clerk);
        var said = new ArrayList<DecisionSaid>();
        Stream.of(own, desk.community, away, changed, second)
                .forEach(community -> said.add(desk.pass(desk.look(community))));
        said.add(desk.pass(desk.finding()));
        desk.world.claim(desk.clerk, changed, "1.1", MediaType.PDF, "另一份批文.pdf");
        assertThat(sayAll(said))
                .containsExactly(
                        "OWN_EVIDENCE  [我的批文.pdf, 1.1]",
                        "PASSED 1",
                        "NOT_FOUND communityId []",
                        "CONFLICT seen.1.1 [1.1, 1, 2]",
                        "PASSED 1",
                        "REVISION_STALE expectedRevision []");
        assertThat(desk.queue()).contains(own.id(), changed.id()).doesNotContain(desk.community.id(), second.id());
        assertThat(Stream.of(own, away, changed).map(desk::finding))
                .extracting(Finding::revision)
                .containsOnly(0L);
        assertThat(desk.finding(second).judgement().orElseThrow().seen())
                .satisfies(seen -> assertThat(seen.files()).hasSize(6));
    }

    @Test
    void passesNothingMoreWhenItIsSentAgainAndTakesAllBackWithItsHistory() {
        var since = desk.look().progress().review().waitingSince();
        var passed = List.of(desk.pass(desk.look()), desk.pass(desk.look(second)));
        assertThat(sayAll(passed)).containsExactly("PASSED 1", "PASSED 1");
        assertThat(sayAll(passed)).containsExactly("PASSED 1", "PASSED 1");

        var back = Stream.of(desk.community, second)
                .map(community -> desk.said(Kind.WITHDRAWN, desk.finding(community), "撤销"))
                .toList();
        assertThat(sayAll(back)).containsExactly("WAITING 2", "WAITING 2");
        assertThat(sayAll(back)).containsExactly("WAITING 2", "WAITING 2");
        assertThat(sayAll(passed)).containsExactly("WAITING 2", "WAITING 2");
        assertThat(desk.queue()).contains(desk.community.id(), second.id());
        assertThat(desk.finding().progress().review().waitingSince()).isEqualTo(since);
        assertThat(desk.history()).isEqualTo("WITHDRAWN PASSED");
    }

    @Test
    void tellsOfEachWhoWasFaster() {
        var seen = List.of(desk.pass(desk.look()), desk.pass(desk.look(second)));
        desk.say(desk.colleague, desk.pass(desk.look(second)));
        assertThat(sayAll(seen))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("PASSED 1"),
                        other -> assertThat(other).startsWith("DECIDED_MEANWHILE expectedRevision [张老师, "));
        assertThat(desk.finding(second).state()).isEqualTo(State.PASSED);
    }

    @Test
    void writesAllFindingsAtOnce() {
        var said = List.of(desk.pass(desk.look()), desk.pass(desk.look(second)));
        var writes = commands.during(() -> sayAll(said)).stream()
                .filter(command -> command.containsKey("update"))
                .filter(command -> command.getString("update").getValue().equals(FindingStore.COLLECTION));
        assertThat(writes).hasSize(1);
        assertThat(desk.finding(second).state()).isEqualTo(State.PASSED);
    }
}
