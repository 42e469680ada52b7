package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.support.BackendTest;

/** One document of a county that speaks for several of its communities. */
@BackendTest
class CountyDocumentTest {
    private static final String COUNTY = "330382";

    private final Desk desk;
    private final Desk neighbour;
    private final Viewer officer;
    private final EvidenceEdits edits;
    private final EvidenceClaims claims;
    private final StoredFiles files;

    @Autowired
    CountyDocumentTest(ApplicationContext app, EvidenceEdits edits, EvidenceClaims claims, StoredFiles files) {
        desk = Desk.of(app);
        neighbour = Desk.of(app);
        officer = desk.officerOf(COUNTY);
        this.edits = edits;
        this.claims = claims;
        this.files = files;
    }

    private ClaimTarget both() {
        return of(desk, neighbour);
    }

    private static ClaimTarget of(Desk... desks) {
        return new ClaimTarget.OfCounty(
                COUNTY,
                Optional.of(
                        List.of(desks).stream().map(one -> one.community().id()).toList()));
    }

    private Evidence upload(ClaimTarget target, Optional<String> replaces) {
        return upload(Upload.pdf().named("发文.pdf"), target, replaces);
    }

    private Evidence upload(Upload upload, ClaimTarget target, Optional<String> replaces) {
        var ticket = desk.request(officer, upload.request(target, replaces));
        desk.send(ticket, upload.bytes());
        return desk.confirm(officer, ticket);
    }

    @Test
    void speaksForAllAndIsStoredOnce() {
        var document = upload(both(), Optional.empty());
        assertThat(desk.evidence()).anyMatch(line -> line.startsWith("1.1 | 发文.pdf"));
        assertThat(neighbour.evidence()).isEqualTo(desk.evidence());
        assertThat(document.fileId()).startsWith("county-330382/");
        assertThat(document.isOfCounty()).isTrue();
        // people of both communities see it, those of others do not
        for (var clerk : List.of(desk.clerk(), neighbour.clerk())) {
            assertThat(claims.find(document.id(), Scope.of(clerk.places()))).isPresent();
            assertThat(files.find(document.fileId(), Scope.of(clerk.places()))).isPresent();
        }
        assertThat(claims.find(document.id(), Scope.of(desk.another().clerk().places())))
                .isEmpty();
    }

    @Test
    void isTakenFromNobodyWhenItIsSentAgainForFewer() {
        var upload = Upload.pdf().named("发文.pdf");
        var document = upload(upload, both(), Optional.empty());
        upload(upload.onceMore(), of(desk), Optional.empty());
        assertThat(files.find(document.fileId(), Scope.of(neighbour.clerk().places())))
                .isPresent();
    }

    @Test
    void isWithdrawnAndReplacedOnceForAll() {
        var old = upload(both(), Optional.empty());
        var newer = upload(both(), Optional.of(old.id()));
        assertThat(List.of(desk.evidence().size(), neighbour.evidence().size())).containsExactly(1, 1);
        var clerk = desk.clerk();
        assertThat(desk.refusal(() -> edits.withdraw(newer.id(), 1, "不对", clerk, Scope.of(clerk.places()))))
                .startsWith("NOT_FOUND");
        edits.withdraw(newer.id(), 1, "文号写错", officer, Scope.of(officer.places()));
        assertThat(List.of(desk.evidence().size(), neighbour.evidence().size())).containsExactly(0, 0);
    }

    @Test
    void speaksForALaterCommunityOnceThatIsAdded() {
        var document = upload(of(desk), Optional.empty());
        var facts = new EvidenceFacts(
                "1.1",
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(desk.community().id(), neighbour.community().id())));
        var edited = edits.edit(document.id(), 1, facts, officer, Scope.of(officer.places()));
        assertThat(edited.life().history().getFirst().fields().toString()).contains("communities", "教共体");
        assertThat(neighbour.evidence()).hasSize(1);
        var later = Scope.of(neighbour.clerk().places());
        assertThat(claims.find(document.id(), later)).isPresent();
        assertThat(files.find(document.fileId(), later)).isPresent();
    }

    @Test
    void isTheCountysToIssue() {
        for (var stranger : List.of(desk.clerk(), desk.officerOf("330381"))) {
            assertThat(refused(stranger, Upload.pdf(), both())).startsWith("NOT_FOUND countyId");
        }
        assertThat(refused(officer, Upload.photo(120), both())).startsWith("CRITERION_UNKNOWN");
        assertThat(refused(officer, Upload.photo(120).proving("1.1"), both())).startsWith("FILE_KIND_NOT_ASKED");
        var away = new ClaimTarget.OfCounty(COUNTY, Optional.of(List.of("nowhere")));
        assertThat(refused(officer, Upload.pdf(), away)).startsWith("NOT_FOUND communityIds");
    }

    private String refused(Viewer viewer, Upload upload, ClaimTarget target) {
        return desk.refusal(() -> desk.request(viewer, upload.request(target, Optional.empty())));
    }
}
