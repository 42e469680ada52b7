package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Upload;

/** How much a school's files take: each once, what was taken back not at all; refused before and after the upload. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotaTest {
    private static final String QUOTA =
            "query($id: ID!) { node(id: $id) { ... on School { resourceQuota { files usedMebibytes mostMebibytes } } } }";

    private final ApplicationContext app;
    private final ResourceStore store;
    private final Quotas quotas;
    private final Api api;
    private Staff staff;

    @Autowired
    QuotaTest(ApplicationContext app, ResourceStore store, Quotas quotas, @LocalServerPort int port) {
        this.app = app;
        this.store = store;
        this.quotas = quotas;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
    }

    private QuotaUse use() {
        var school = staff.here.coreId();
        return quotas.usesOf(List.of(school)).getOrDefault(school, QuotaUse.NONE);
    }

    @Test
    void countsEachFileOnce() {
        var before = use();
        var upload = Upload.document();
        var one = staff.world.shareFile(staff.teacher, staff.here, upload);
        var other = staff.world.shareFile(staff.clerk, staff.here, upload);
        assertThat(use()).isEqualTo(new QuotaUse(before.bytes() + upload.bytes().length, before.files() + 1));
        staff.withdraw(staff.teacher, one, 1);
        assertThat(use().files()).isEqualTo(before.files() + 1);
        staff.withdraw(staff.clerk, other, 1);
        assertThat(use()).isEqualTo(before);
    }

    @Test
    void refusesWhatDoesNotFitAndLetsInWhatIsThereAlready() {
        var upload = Upload.document();
        staff.world.shareFile(staff.teacher, staff.here, upload);
        var full = new Quotas(store, use().bytes());
        var school = staff.here.coreId();
        assertThat(staff.refusal(() -> full.check(school, "shared/other", 1, "content")))
                .isEqualTo("QUOTA_FULL content");
        assertThat(staff.refusal(() -> full.check(school, "shared/" + upload.sha256(), upload.bytes().length)))
                .isEqualTo("done");
        assertThat(staff.refusal(() -> full.check(staff.here.memberIds().getFirst(), "shared/other", 1)))
                .as("another school")
                .isEqualTo("done");
    }

    /** Two uploads that both began while there was room: the second to arrive is refused. */
    @Test
    void looksAgainBeforeTheFileIsShared() {
        var first = waiting(Upload.document());
        var second = waiting(Upload.document());
        var arrived = arrived(Upload.document());
        var full = new Quotas(store, use().bytes() + arrived.sizeBytes());
        var claimant = new SharedFiles(store, app.getBean(ResourceWriter.class), full);
        claimant.claim(first.ticket(), arrived);
        assertThat(staff.refusal(() -> claimant.claim(second.ticket(), arrived(Upload.slides()))))
                .isEqualTo("QUOTA_FULL ticketId");
        // the sweep may give it the first one again, though the school is full now
        assertThat(staff.refusal(() -> claimant.claim(first.ticket(), arrived))).isEqualTo("done");
    }

    /** A file that is there, whoever sent it. */
    private StoredFile arrived(Upload upload) {
        var shared = staff.world.shareFile(staff.ofAway, staff.away, upload);
        var file = (ResourceContent.OfFile) shared.version().content();
        return app.getBean(StoredFiles.class)
                .find(file.fileId(), Scope.EVERYWHERE)
                .orElseThrow();
    }

    private UploadTicket waiting(Upload upload) {
        return staff.share(staff.teacher, UUID.randomUUID(), Staff.with(staff.here), Staff.file(upload))
                .ticket()
                .orElseThrow();
    }

    @Test
    void isToldToTheClerkAndTheOffices() {
        var school = app.getBean(Schools.class)
                .find(staff.here.coreId(), Scope.EVERYWHERE)
                .orElseThrow();
        var id = Map.of("id", school.globalId().encode());
        assertThat(api.ask(staff.clerk.token(), QUOTA, id)
                        .at("/data/node/resourceQuota/mostMebibytes")
                        .asInt())
                .isEqualTo(20_480);
        assertThat(api.ask(staff.officer.token(), QUOTA, id)
                        .at("/data/node/resourceQuota/usedMebibytes")
                        .isInt())
                .isTrue();
        assertThat(api.ask(staff.teacher.token(), QUOTA, id)
                        .at("/data/node/resourceQuota")
                        .isNull())
                .isTrue();
    }
}
