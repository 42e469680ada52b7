package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.resource.Staff.file;
import static org.tongke.backend.resource.Staff.link;
import static org.tongke.backend.resource.Staff.with;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/** What is shared, said otherwise and taken back; each twice, and each error. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharingTest {
    private static final String URL = "https://example.com/lesson";

    private final ApplicationContext app;
    private Staff staff;

    @Autowired
    SharingTest(ApplicationContext app) {
        this.app = app;
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
    }

    private Resource shared(ContentSaid content) {
        return staff.share(staff.teacher, UUID.randomUUID(), with(staff.here), content)
                .resource()
                .orElseThrow();
    }

    @Test
    void aLinkIsSharedAtOnceAndOnce() {
        var id = UUID.randomUUID();
        var first = staff.share(staff.teacher, id, with(staff.here), link(URL));
        assertThat(staff.share(staff.teacher, id, with(staff.here), link(URL))).isEqualTo(first);
        var resource = first.resource().orElseThrow();
        assertThat(resource.revision()).isEqualTo(1);
        assertThat(resource.version().content()).isEqualTo(new ResourceContent.Link(URL, false));
        assertThat(staff.refusal(() -> staff.share(staff.teacher, id, with(staff.here), link(URL + "/other"))))
                .isEqualTo("ID_REUSED id");
        assertThat(staff.share(staff.colleague, id, with(staff.here), link(URL))
                        .resource()
                        .orElseThrow()
                        .id())
                .as("ids are told apart by account")
                .isNotEqualTo(resource.id());
    }

    @Test
    void aFileIsSharedWhenItsBytesWereChecked() {
        var upload = Upload.slides();
        var id = UUID.randomUUID();
        var ticket = staff.share(staff.teacher, id, with(staff.here), file(upload))
                .ticket()
                .orElseThrow();
        assertThat(staff.refusal(() -> staff.world.confirmShared(staff.teacher, ticket)))
                .isEqualTo("FILE_NOT_ARRIVED ticketId");
        staff.world.send(ticket, upload);
        assertThat(staff.refusal(() -> staff.world.confirmShared(staff.colleague, ticket)))
                .isEqualTo("NOT_FOUND ticketId");
        var resource = staff.world.confirmShared(staff.teacher, ticket);
        assertThat(staff.world.confirmShared(staff.teacher, ticket)).isEqualTo(resource);
        assertThat(resource.version().content())
                .isEqualTo(new ResourceContent.OfFile(
                        "shared/" + upload.sha256(), "二次函数.pdf", MediaType.PPTX, upload.bytes().length));
        // asked again, there is nothing to send any more
        assertThat(staff.share(staff.teacher, id, with(staff.here), file(upload)))
                .isEqualTo(Shared.done(resource));
    }

    @Test
    void theSameBytesAreOneObjectWhoeverSharesThem() {
        var upload = Upload.document();
        var one = staff.world.shareFile(staff.teacher, staff.here, upload);
        var other = staff.world.shareFile(staff.ofAway, staff.away, upload);
        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(Stores.get().keys().stream()
                        .filter(key -> key.contains(upload.sha256()))
                        .toList())
                .containsExactlyInAnyOrder(
                        "files/shared/" + upload.sha256() + "/file", "files/shared/" + upload.sha256() + "/thumbnail");
    }

    @Test
    void aFileThatIsNotWhatItSaysLeavesNothing() {
        var upload = Upload.document();
        var renamed = new Upload("", Optional.empty(), "image/png", upload.bytes());
        var ticket = staff.share(staff.teacher, UUID.randomUUID(), with(staff.here), file(renamed))
                .ticket()
                .orElseThrow();
        staff.world.send(ticket, renamed);
        assertThat(staff.refusal(() -> staff.world.confirmShared(staff.teacher, ticket)))
                .isEqualTo("FILE_TYPE_DIFFERS ticketId");
        assertThat(Stores.get().keys()).noneMatch(key -> key.contains(upload.sha256()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.com/",
                "//example.com",
                "example.com/lesson",
                "https:///lesson",
                "https://bank.cn@evil.cn/",
                "https://example.com/ x",
                "java\tscript:alert(1)"
            })
    void noLinkIsTakenThatABrowserDoesNotFetch(String url) {
        assertThat(staff.refusal(() -> shared(link(url)))).isEqualTo("LINK_NOT_TAKEN content.link.url");
    }

    @ParameterizedTest
    @CsvSource({
        "application/zip, 1, RESOURCE_TYPE_NOT_TAKEN content.file.mediaType",
        "video/mp4, 1, RESOURCE_TYPE_NOT_TAKEN content.file.mediaType",
        "application/msword, 1, FILE_OLD_OR_LOCKED content.file.mediaType",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.12, 1, FILE_MACROS content.file.mediaType",
        "image/heic, 1, FILE_HEIC content.file.mediaType",
        "application/pdf, 0, FILE_EMPTY content.file.sizeBytes",
        "application/pdf, -1, OUT_OF_RANGE content.file.sizeBytes",
        "application/pdf, 26214401, FILE_TOO_LARGE content.file.sizeBytes"
    })
    void aFileThatWouldBeRefusedIsNotSent(String type, long size, String refusal) {
        assertThat(staff.refusal(() -> shared(file("a", type, size, "0".repeat(64)))))
                .isEqualTo(refusal);
    }

    @Test
    void isSharedWithOnesOwnGroupsOnly() {
        var content = link(URL);
        assertThat(staff.refusal(() -> staff.share(staff.teacher, UUID.randomUUID(), with(staff.next), content)))
                .isEqualTo("NOT_FOUND groups.communityIds");
        assertThat(staff.refusal(() -> staff.share(staff.teacher, UUID.randomUUID(), with(), content)))
                .isEqualTo("REQUIRED groups");
        assertThat(staff.refusal(() -> staff.sharing()
                        .share(
                                UUID.randomUUID(),
                                staff.next.coreId(),
                                World.factsOf("x"),
                                with(staff.next),
                                content,
                                staff.teacher.viewer(),
                                staff.scope("Mutation.shareResource", staff.teacher))))
                .isEqualTo("NOT_FOUND schoolId");
        assertThat(staff.refusal(() -> shared(new ContentSaid(Optional.empty(), Optional.empty()))))
                .isEqualTo("MALFORMED content");
    }

    @Test
    void isSaidInWordsThatThereAre() {
        var groups = with(staff.here);
        for (var wrong : List.of(
                Staff.facts(" ", "数学", "G5"),
                Staff.facts("长".repeat(201), "数学", "G5"),
                Staff.facts("分数\u202e义意的", "数学", "G5"),
                Staff.facts("分数", "魔法", "G5"),
                Staff.facts("分数", "数学", "G13"))) {
            var refusal = staff.refusal(() -> staff.share(staff.teacher, UUID.randomUUID(), wrong, groups, link(URL)));
            assertThat(refusal)
                    .isIn(
                            "REQUIRED facts.title",
                            "TOO_LONG facts.title",
                            "MALFORMED facts.title",
                            "SUBJECT_UNKNOWN facts.subject",
                            "GRADE_UNKNOWN facts.grades.0.name");
        }
    }

    @Test
    void aVersionIsAddedOnceByItsOwner() {
        var first = shared(link(URL));
        var id = UUID.randomUUID();
        var second = version(first, id, 1, link(URL + "/2"));
        assertThat(second.versions()).hasSize(2);
        assertThat(version(first, id, 1, link(URL + "/2"))).isEqualTo(second);
        assertThat(staff.refusal(() -> version(first, UUID.randomUUID(), 1, link(URL + "/3"))))
                .isEqualTo("REVISION_STALE expectedRevision");
        assertThat(staff.refusal(() -> staff.sharing()
                        .addVersion(
                                UUID.randomUUID(), first.id(), 2, link(URL), Optional.empty(), staff.clerk.viewer())))
                .isEqualTo("NOT_FOUND resourceId");
    }

    private Resource version(Resource of, UUID id, long revision, ContentSaid content) {
        return staff.sharing()
                .addVersion(id, of.id(), revision, content, Optional.of("改了"), staff.teacher.viewer())
                .resource()
                .orElseThrow();
    }

    @Test
    void aVersionCanBeAFile() {
        var first = shared(link(URL));
        var upload = Upload.document();
        var ticket = staff.sharing()
                .addVersion(UUID.randomUUID(), first.id(), 1, file(upload), Optional.empty(), staff.teacher.viewer())
                .ticket()
                .orElseThrow();
        staff.world.send(ticket, upload);
        var second = staff.world.confirmShared(staff.teacher, ticket);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version().content().kind()).isEqualTo(ResourceKind.PDF);
        assertThat(staff.world.confirmShared(staff.teacher, ticket)).isEqualTo(second);
    }

    @Test
    void isEditedWithWhatChangedAndKeepsWhatDidNot() {
        var first = shared(link(URL));
        var facts = Staff.facts("一次函数", "数学", "G8");
        var edited = edit(first, 1, facts, Staff.county());
        assertThat(edited.revision()).isEqualTo(2);
        assertThat(edit(first, 1, facts, Staff.county())).as("said again").isEqualTo(edited);
        assertThat(edited.history().getFirst().fields())
                .contains(new FieldChange("title", "二次函数的图像", "一次函数"), new FieldChange("grades", "G5", "G8"));
        assertThat(staff.refusal(() -> edit(first, 1, World.factsOf("x"), Staff.county())))
                .isEqualTo("REVISION_STALE expectedRevision");
        assertThat(staff.refusal(
                        () -> staff.sharing().edit(first.id(), 2, facts, Staff.county(), staff.clerk.viewer())))
                .isEqualTo("NOT_FOUND resourceId");
    }

    private Resource edit(Resource resource, long revision, FactsSaid facts, GroupsSaid groups) {
        return staff.sharing().edit(resource.id(), revision, facts, groups, staff.teacher.viewer());
    }

    @Test
    void isTakenBackWithAStub() {
        var first = shared(link(URL));
        assertThat(staff.refusal(() -> staff.withdraw(staff.colleague, first, 1)))
                .isEqualTo("NOT_FOUND resourceId");
        assertThat(staff.refusal(() -> staff.withdraw(staff.officerAway, first, 1)))
                .isEqualTo("NOT_FOUND resourceId");
        var taken = staff.withdraw(staff.officer, first, 1);
        assertThat(taken.withdrawal())
                .isNotNull()
                .extracting(Withdrawal::reason)
                .isEqualTo("有错");
        assertThat(staff.withdraw(staff.clerk, first, 1))
                .as("taken back already")
                .isEqualTo(taken);
        assertThat(staff.find(staff.colleague, first)).contains(taken);
        assertThat(staff.refusal(() -> version(taken, UUID.randomUUID(), 2, link(URL))))
                .isEqualTo("RESOURCE_WITHDRAWN resourceId");
        assertThat(staff.refusal(() -> edit(taken, 2, World.factsOf("x"), with(staff.here))))
                .isEqualTo("RESOURCE_WITHDRAWN resourceId");
    }

    @Test
    void itsClerkAndItsOwnerTakeItBack() {
        assertThat(staff.withdraw(staff.clerk, shared(link(URL)), 1).isCurrent())
                .isFalse();
        assertThat(staff.withdraw(staff.teacher, shared(link(URL)), 1).isCurrent())
                .isFalse();
    }
}
