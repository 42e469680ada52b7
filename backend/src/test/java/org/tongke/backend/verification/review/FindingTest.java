package org.tongke.backend.verification.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.verification.Verdict.Kind;
import org.tongke.backend.verification.review.Finding.State;

/** What a county says of a community that is ready, and what stops it. */
@Tag("slow")
@BackendTest
class FindingTest {
    private final ApplicationContext app;
    private Desk desk;

    @Autowired
    FindingTest(ApplicationContext app) {
        this.app = app;
        desk = Desk.in(app);
    }

    @BeforeEach
    void freshDesk() {
        desk = Desk.in(app);
    }

    private String refusal(Callable<?> command) throws Exception {
        return Desk.outcome(command);
    }

    @Test
    void waitsByItselfAndLeavesTheQueueWhenItIsPassed() {
        var waiting = desk.look();
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(desk.queue()).contains(desk.community.id());
        var passed = desk.say(desk.officer, desk.pass(waiting));
        assertThat(passed.state()).isEqualTo(State.PASSED);
        assertThat(passed.progress().verifiedAt()).isNotNull();
        assertThat(desk.queue()).doesNotContain(desk.community.id());
    }

    @Test
    void keepsWhatWasSeen() {
        var passed = desk.say(desk.officer, desk.pass(desk.look()));
        var seen = Objects.requireNonNull(passed.judgement().orElseThrow().seen());
        assertThat(seen.criteria()).hasSize(5);
        assertThat(seen.files())
                .hasSize(6)
                .allSatisfy(file -> assertThat(file.sha256()).isNotEmpty());
        assertThat(seen.find("2.1").orElseThrow().stood().facts()).hasSize(21);
        assertThat(seen.find("2.1").orElseThrow().name().zh()).contains("线上教学");
    }

    @Test
    void goesBackIsSubmittedAgainAndComesFirst() throws Exception {
        var photo = desk.look().files().stream()
                .filter(file -> file.criterion().equals("2.1"))
                .findFirst()
                .orElseThrow();
        var back =
                desk.say(desk.officer, desk.sendBack(desk.look(), Desk.file(photo, "看不清黑板"), Desk.item("1.2", "缺公章")));
        assertThat(back.state()).isEqualTo(State.SENT_BACK);
        assertThat(back.items()).extracting(SentBackItem::reason).containsExactly("看不清黑板", "缺公章");
        assertThat(desk.queue()).doesNotContain(desk.community.id());
        assertThat(back.items()).noneMatch(back::isMended);

        desk.world.claim(desk.clerk, desk.community, "1.2", MediaType.PDF, "盖章的考核方案.pdf");
        var mended = desk.look();
        assertThat(mended.isMended(mended.items().getLast())).isTrue();
        assertThat(mended.isMended(mended.items().getFirst())).isFalse();
        var other = desk.world.ready(Desk.COUNTY, desk.clerk);
        var again = desk.say(desk.clerk, desk.said(Kind.RESUBMITTED, mended, "已补盖公章"));
        assertThat(again.state()).isEqualTo(State.WAITING);
        assertThat(desk.queue()).containsSubsequence(desk.community.id(), other.id());
        assertThat(again.changes())
                .extracting(change -> change.code() + " " + change.figures().size() + " "
                        + change.facts().getFirst().kind())
                .containsExactly("1.2 1 ADDED");
        assertThat(desk.say(desk.officer, desk.pass(again)).state()).isEqualTo(State.PASSED);
        assertThat(desk.history()).isEqualTo("PASSED RESUBMITTED SENT_BACK");
    }

    @Test
    void standsAsBeforeWhenADecisionIsTakenBack() {
        var waiting = desk.look();
        var since = waiting.progress().review().waitingSince();
        var passed = desk.say(desk.officer, desk.pass(waiting));
        var back = desk.say(desk.officer, desk.said(Kind.WITHDRAWN, passed, "按错了"));
        assertThat(back.state()).isEqualTo(State.WAITING);
        assertThat(back.progress().review().waitingSince()).isEqualTo(since);
        assertThat(back.progress().verifiedAt()).isNull();
        assertThat(back.judgement()).isEmpty();
        assertThat(desk.history()).isEqualTo("WITHDRAWN PASSED");
    }

    /** What was sent back, submitted again, passed and taken back is submitted again, and the difference to the first time stays. */
    @Test
    void keepsTheEarlierJudgementWhenALaterOneIsTakenBack() {
        var back = desk.say(desk.officer, desk.sendBack(desk.look(), Desk.item("1.2", "缺公章")));
        var again = desk.say(desk.clerk, desk.said(Kind.RESUBMITTED, back, null));
        var passed = desk.say(desk.officer, desk.pass(again));
        var withdrawn = desk.say(desk.officer, desk.said(Kind.WITHDRAWN, passed, "按错了"));
        assertThat(withdrawn.progress().review().resubmitted()).isTrue();
        assertThat(withdrawn.items()).hasSize(1);
    }

    @Test
    void staysPassedWhenACriterionFallsAndSaysSo() {
        desk.say(desk.officer, desk.pass(desk.look()));
        cancelALesson();
        var now = desk.look();
        assertThat(now.state()).isEqualTo(State.PASSED);
        assertThat(now.progress().operating()).isFalse();
        assertThat(now.progress().verifiedAt()).isNotNull();
        assertThat(now.changes()).extracting(CriterionChange::code).containsExactly("2.1");
        assertThat(now.changes().getFirst().facts().getFirst().kind()).isEqualTo(CriterionChange.Kind.COUNTS_NO_MORE);
    }

    @Test
    void isNotPassedOnWhatHasChangedSince() throws Exception {
        var seen = desk.look();
        desk.world.claim(desk.clerk, desk.community, "1.1", MediaType.PDF, "另一份批文.pdf");
        cancelALesson();
        assertThat(refusal(() -> desk.say(desk.officer, desk.pass(seen))))
                .isEqualTo("CONFLICT seen.1.1 [1.1, 1, 2]; CONFLICT seen.2.1 [2.1, 2, 20, 1, 2, 19, 1]");
        assertThat(desk.finding().revision()).isZero();
    }

    @Test
    void isNotPassedWhileSomethingIsLacking() throws Exception {
        cancelALesson();
        assertThat(refusal(() -> desk.say(desk.officer, desk.pass(desk.look()))))
                .startsWith("NOT_READY");
        assertThat(desk.queue()).doesNotContain(desk.community.id());
    }

    @Test
    void isNotJudgedByWhoUploadedSomething() throws Exception {
        desk.world.claim(desk.officer, desk.community, "1.1", MediaType.PDF, "我的批文.pdf");
        assertThat(refusal(() -> desk.say(desk.officer, desk.pass(desk.look()))))
                .isEqualTo("OWN_EVIDENCE  [我的批文.pdf, 1.1]");
        assertThat(refusal(() -> desk.say(desk.officer, desk.sendBack(desk.look(), Desk.item("1.1", "不对")))))
                .startsWith("OWN_EVIDENCE");
        assertThat(refusal(() -> desk.say(desk.colleague, desk.pass(desk.look()))))
                .isEqualTo("done");
    }

    @Test
    void isNothingForThoseOfAnotherCountyOrSchool() throws Exception {
        var seen = desk.look();
        var away = desk.world.person(Role.COUNTY_OFFICER, PlaceKey.region("330212"));
        assertThat(refusal(() -> desk.say(away, desk.pass(seen)))).isEqualTo("NOT_FOUND communityId []");
        var back = desk.say(desk.officer, desk.sendBack(seen, Desk.item("1.1", "不对")));
        var stranger =
                desk.world.person(Role.CLERK, desk.world.school(Desk.COUNTY).key());
        assertThat(refusal(() -> desk.say(stranger, desk.said(Kind.RESUBMITTED, back, null))))
                .isEqualTo("NOT_FOUND communityId []");
        assertThat(refusal(() -> desk.say(desk.officer, desk.said(Kind.RESUBMITTED, back, null))))
                .isEqualTo("NOT_FOUND communityId []");
    }

    @Test
    void saysNothingMoreWhenItIsSentAgain() throws Exception {
        var said = desk.pass(desk.look());
        desk.say(desk.officer, said);
        assertThat(desk.say(desk.officer, said).revision()).isEqualTo(1);
        var other = new DecisionSaid(
                said.id(), said.finding(), 1, Kind.WITHDRAWN, Optional.empty(), Optional.of("别的"), List.of());
        assertThat(refusal(() -> desk.say(desk.officer, other))).isEqualTo("ID_REUSED id []");
        desk.say(desk.officer, desk.said(Kind.WITHDRAWN, desk.finding(), "按错了"));
        assertThat(desk.say(desk.officer, said).revision()).isEqualTo(2);
        assertThat(desk.history()).isEqualTo("WITHDRAWN PASSED");
    }

    @Test
    void tellsTheSecondOfTwoOfficersWhoWasFirst() throws Exception {
        var seen = desk.look();
        desk.say(desk.officer, desk.pass(seen));
        assertThat(refusal(() -> desk.say(desk.colleague, desk.sendBack(seen, Desk.item("1.1", "不对")))))
                .startsWith("DECIDED_MEANWHILE expectedRevision [张老师, ");
        assertThat(desk.history()).isEqualTo("PASSED");
    }

    @Test
    void takesOneDecisionOfManyAtOnce() throws Exception {
        var seen = desk.look();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var outcomes = IntStream.range(0, 6)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        var said = number % 2 == 0
                                ? desk.pass(seen)
                                : desk.sendBack(seen, Desk.item("1.1", "不对" + number));
                        return refusal(() -> desk.say(number % 2 == 0 ? desk.officer : desk.colleague, said));
                    }))
                    .toList();
            start.countDown();
            var all = new ArrayList<String>();
            for (var outcome : outcomes) {
                all.add(outcome.get());
            }
            assertThat(all).filteredOn("done"::equals).hasSize(1);
            assertThat(all)
                    .filteredOn(outcome -> !outcome.equals("done"))
                    .allSatisfy(outcome -> assertThat(outcome).startsWith("DECIDED_MEANWHILE"));
        }
        assertThat(desk.finding().revision()).isEqualTo(1);
    }

    @Test
    void namesAllThatIsWrongWithWhatIsSaid() throws Exception {
        var seen = desk.look();
        assertThat(refusal(() -> desk.say(desk.officer, desk.sendBack(seen)))).isEqualTo("OUT_OF_RANGE items [1, 20]");
        assertThat(refusal(() -> desk.say(
                        desk.officer, desk.sendBack(seen, Desk.item("1.1", " "), Desk.item("1.1", "字".repeat(501))))))
                .isEqualTo("REQUIRED items.0.reason []; TOO_LONG items.1.reason [500]");
        assertThat(refusal(() -> desk.say(desk.officer, desk.sendBack(seen, Desk.item("9.9", "不对")))))
                .isEqualTo("CRITERION_UNKNOWN items.0.criterion [9.9]");
        var elsewhere = new ItemSaid("1.1", Optional.of("nobodys"), Optional.empty(), "不对");
        assertThat(refusal(() -> desk.say(desk.officer, desk.sendBack(seen, elsewhere))))
                .isEqualTo("NOT_FOUND items.0.evidenceId []");
        assertThat(refusal(() -> desk.say(desk.officer, desk.said(Kind.WITHDRAWN, seen, null))))
                .isEqualTo("REQUIRED reason []");
        assertThat(refusal(() -> desk.say(desk.officer, desk.said(Kind.WITHDRAWN, seen, "无事"))))
                .startsWith("NOT_READY");
    }

    @Test
    void listsWhatWasSaidPageByPage() {
        var finding = desk.look();
        for (int round = 0; round < 2; round++) {
            finding = desk.say(desk.officer, desk.pass(finding));
            finding = desk.say(desk.officer, desk.said(Kind.WITHDRAWN, finding, "再看"));
        }
        var findings = app.getBean(Findings.class);
        var seen = new ArrayList<Long>();
        String after = null;
        do {
            var asked = new DecisionPage(finding, PageRequest.of(Findings.LIST, Findings.LIST_KEYS, 3, after));
            var page = Objects.requireNonNull(findings.listEach(List.of(asked)).get(asked));
            page.edges().forEach(edge -> seen.add(edge.node().revision()));
            after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
        } while (after != null);
        assertThat(seen).containsExactly(4L, 3L, 2L, 1L);
    }

    private void cancelALesson() {
        desk.world.cancelLesson(desk.community);
    }
}
