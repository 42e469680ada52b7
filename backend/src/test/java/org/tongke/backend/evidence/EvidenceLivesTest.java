package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;

/** What becomes of evidence after it was confirmed: withdrawn, put back, replaced, hung to another lesson. */
@BackendTest
class EvidenceLivesTest {
    private final Desk desk;
    private final EvidenceEdits edits;
    private final EvidenceStore store;
    private final ClaimedFiles claimed;

    @Autowired
    EvidenceLivesTest(ApplicationContext app, EvidenceEdits edits, EvidenceStore store, ClaimedFiles claimed) {
        desk = Desk.of(app);
        this.edits = edits;
        this.store = store;
        this.claimed = claimed;
    }

    private Evidence now(Evidence evidence) {
        return store.find(evidence.id(), Scope.EVERYWHERE).orElseThrow();
    }

    private String withdraw(Viewer viewer, Evidence evidence, long revision, String reason) {
        return desk.refusal(() -> edits.withdraw(evidence.id(), revision, reason, viewer, Scope.of(viewer.places())));
    }

    private Evidence replace(Evidence old, Upload upload) {
        return desk.confirm(desk.clerk(), desk.replacing(old, upload));
    }

    private static String history(Evidence evidence) {
        return evidence.life().history().stream()
                .map(change -> change.by() + ": "
                        + change.fields().stream()
                                .map(field -> field.field() + " " + field.before() + " → " + field.after())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void withdrawnCountsNoMoreAndStaysWithItsReason() {
        var photo = desk.upload(desk.clerk(), Upload.photo(101).named("拍错了.jpg"));
        assertThat(withdraw(desk.clerk(), photo, 1, " 拍错了 ")).isEqualTo("done");
        assertThat(desk.evidence()).noneMatch(line -> line.contains("拍错了.jpg"));
        assertThat(history(now(photo))).isEqualTo("""
                王老师: state CURRENT → WITHDRAWN, reason null → 拍错了
                王老师:\s""");
        // sent again, whatever it says
        assertThat(withdraw(desk.clerk(), photo, 1, "又一次")).isEqualTo("done");
        assertThat(now(photo).life().withdrawnFor()).isEqualTo("拍错了");
        edits.restore(photo.id(), 2, desk.clerk(), Scope.EVERYWHERE);
        edits.restore(photo.id(), 2, desk.clerk(), Scope.EVERYWHERE);
        assertThat(now(photo).revision()).isEqualTo(3);
        assertThat(desk.evidence()).anyMatch(line -> line.contains("拍错了.jpg"));
    }

    @Test
    void isWithdrawnByWhoeverMightHaveUploadedIt() {
        var photo = desk.upload(desk.clerk(), Upload.photo(102));
        var approval = desk.upload(desk.officerOf("330382"), Upload.pdf());
        var member = desk.clerkOf(desk.community().memberIds().getFirst());
        assertThat(withdraw(desk.teacher(), photo, 1, "不")).startsWith("NOT_FOUND evidenceId");
        assertThat(withdraw(desk.officerOf("330382"), photo, 1, "不")).startsWith("NOT_FOUND evidenceId");
        assertThat(withdraw(desk.officerOf("330381"), approval, 1, "不")).startsWith("NOT_FOUND evidenceId");
        assertThat(withdraw(member, photo, 1, " ")).startsWith("REQUIRED reason");
        assertThat(withdraw(member, photo, 2, "旧")).startsWith("REVISION_STALE expectedRevision");
        assertThat(withdraw(member, photo, 1, "旧")).isEqualTo("done");
        assertThat(withdraw(desk.officerOf("330382"), approval, 1, "旧")).isEqualTo("done");
    }

    @Test
    void replacedStaysAndNamesWhatTookItsPlace() {
        var old = desk.upload(desk.clerk(), Upload.photo(103).named("旧.jpg"));
        var newer = replace(old, Upload.photo(104).named("新.jpg"));
        assertThat(now(old).state()).isEqualTo(EvidenceState.REPLACED);
        assertThat(now(old).life().replacedBy()).isEqualTo(newer.id());
        assertThat(desk.evidence().toString()).contains("新.jpg").doesNotContain("旧.jpg");
        assertThat(withdraw(desk.clerk(), old, 2, "晚了")).startsWith("EVIDENCE_NOT_CURRENT evidenceId");
        // of two who replace the same file the later one holds
        var newest = replace(old, Upload.photo(105).named("更新.jpg"));
        assertThat(now(newer).life().replacedBy()).isEqualTo(newest.id());
        assertThat(desk.evidence().toString()).contains("更新.jpg").doesNotContain("| 新.jpg");
    }

    @Test
    void isReplacedOnlyForWhatItSpeaksFor() {
        var old = desk.upload(desk.clerk(), Upload.photo(106));
        var other = Upload.pdf()
                .request(new ClaimTarget.OneCommunity(desk.community().id()), Optional.of(old.id()));
        assertThat(desk.refusal(() -> desk.request(desk.clerk(), other))).startsWith("NOT_FOUND replacesId");
        withdraw(desk.clerk(), old, 1, "不用了");
        var late = Upload.photo(107)
                .request(new ClaimTarget.OneCommunity(desk.community().id()), Optional.of(old.id()));
        assertThat(desk.refusal(() -> desk.request(desk.clerk(), late))).startsWith("EVIDENCE_NOT_CURRENT replacesId");
    }

    @Test
    void isHungToAnotherLesson() {
        var photo = desk.upload(desk.clerk(), Upload.photo(108));
        var lesson = desk.activity("SYNCED_LESSON");
        var edited = edit(photo, 1, "2.1", Optional.of(lesson), Optional.of("第一排"));
        assertThat(edited.activityId()).isEqualTo(lesson);
        assertThat(history(edited)).startsWith("王老师: activity null → 分数的意义 20").contains("note null → 第一排");
        assertThat(edit(photo, 1, "2.1", Optional.of(lesson), Optional.of("第一排"))
                        .revision())
                .isEqualTo(2);
        assertThat(desk.refusal(() -> edit(photo, 1, "2.1", Optional.empty(), Optional.empty())))
                .startsWith("REVISION_STALE");
        assertThat(desk.refusal(() -> edit(photo, 2, "1.1", Optional.empty(), Optional.empty())))
                .startsWith("FILE_KIND_NOT_ASKED criterion");
        var others = desk.another().activity("SYNCED_LESSON");
        assertThat(desk.refusal(() -> edit(photo, 2, "2.1", Optional.of(others), Optional.empty())))
                .startsWith("ACTIVITY_NOT_OF_COMMUNITY");
    }

    private Evidence edit(
            Evidence evidence, long revision, String criterion, Optional<String> activity, Optional<String> note) {
        var facts = new EvidenceFacts(criterion, activity, note, Optional.empty());
        return edits.edit(evidence.id(), revision, facts, desk.clerk(), Scope.EVERYWHERE);
    }

    @Test
    void claimedOnceMoreChangesNothingThatWasDoneSince() {
        var old = desk.upload(desk.clerk(), Upload.photo(109));
        var newer = replace(old, Upload.photo(110));
        edits.withdraw(newer.id(), 1, "拍错了", desk.clerk(), Scope.EVERYWHERE);
        desk.claimAgain(claimed, newer);
        assertThat(now(newer).state()).isEqualTo(EvidenceState.WITHDRAWN);
        assertThat(List.of(now(old).revision(), now(newer).revision())).containsExactly(2L, 2L);
    }
}
