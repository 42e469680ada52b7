package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;

/** Who may say that a file proves something: clerks of the community's schools; of what the county issues also its officers. */
@BackendTest
class WhoMayUploadTest {
    private static final String NOT_FOUND = "NOT_FOUND communityId 没有找到，或者你无权查看。";

    private final Desk desk;

    @Autowired
    WhoMayUploadTest(ApplicationContext app) {
        desk = Desk.of(app);
    }

    private String answer(Viewer viewer, Upload upload) {
        return desk.refusal(() -> desk.request(viewer, upload));
    }

    @Test
    void aClerkOfAnySchoolOfTheCommunity() {
        assertThat(answer(desk.clerk(), Upload.photo(40))).isEqualTo("done");
        assertThat(answer(desk.clerkOf(desk.community().memberIds().getFirst()), Upload.photo(40)))
                .isEqualTo("done");
        assertThat(answer(desk.clerkOf(desk.school("邻校").id()), Upload.photo(40)))
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void anOfficerOfTheCountyForWhatTheCountyIssues() {
        assertThat(answer(desk.officerOf("330382"), Upload.pdf())).isEqualTo("done");
        assertThat(answer(desk.officerOf("330382"), Upload.pdf().proving("1.2")))
                .isEqualTo("done");
        assertThat(answer(desk.officerOf("330382"), Upload.photo(41))).isEqualTo(NOT_FOUND);
        assertThat(answer(desk.officerOf("330381"), Upload.pdf())).isEqualTo(NOT_FOUND);
    }

    @Test
    void nobodyElse() {
        assertThat(answer(desk.teacher(), Upload.photo(42))).isEqualTo(NOT_FOUND);
    }

    @Test
    void onlyWhoAskedConfirms() {
        var photo = Upload.photo(43);
        var ticket = desk.request(desk.clerk(), photo);
        desk.send(ticket, photo.bytes());
        var colleague = desk.clerkOf(desk.community().memberIds().getFirst());
        assertThat(desk.refusal(() -> desk.confirm(colleague, ticket))).isEqualTo("NOT_FOUND ticketId 没有找到，或者你无权查看。");
        assertThat(desk.evidence()).isEmpty();
        assertThat(desk.confirm(desk.clerk(), ticket).criterion()).isEqualTo("2.1");
    }
}
