package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/**
 * A process dies between two steps of sharing; whoever says once more that the bytes have arrived gets to where an uninterrupted one gets:
 * one resource, written once, one object, nothing left that arrived.
 */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledSharingTest {
    private final ApplicationContext app;
    private Staff staff;

    @Autowired
    KilledSharingTest(ApplicationContext app) {
        this.app = app;
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.file-recorded", "resource.words-learnt", "resource.put", "upload.confirmed"})
    void isFinishedByWhoeverRepeatsIt(String killAt) throws Exception {
        var upload = Upload.slides();
        var mark = "断电" + UUID.randomUUID().toString().substring(0, 8);
        var ticket = staff.world.ticketToShare(
                staff.teacher, Staff.with(staff.here), World.factsOf(mark), upload, UUID.randomUUID());
        staff.world.send(ticket, upload);
        assertThat(ChildSharing.confirm(ticket, killAt)).isEqualTo(ChildBackend.KILLED);
        var resource = staff.world.confirmShared(staff.teacher, ticket);
        assertThat(resource.revision()).isEqualTo(1);
        assertThat(found(mark)).containsExactly(mark);
        assertThat(left(upload, ticket)).containsExactly("files/shared/" + upload.sha256() + "/file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.file-recorded", "resource.version-put"})
    void aVersionIsAddedOnce(String killAt) throws Exception {
        var resource = staff.world.share(staff.teacher, staff.here, "圆的面积");
        var upload = Upload.slides();
        var ticket = staff.sharing()
                .addVersion(
                        UUID.randomUUID(),
                        resource.id(),
                        1,
                        Staff.file(upload),
                        Optional.empty(),
                        staff.teacher.viewer())
                .ticket()
                .orElseThrow();
        staff.world.send(ticket, upload);
        assertThat(ChildSharing.confirm(ticket, killAt)).isEqualTo(ChildBackend.KILLED);
        var after = staff.world.confirmShared(staff.teacher, ticket);
        assertThat(after.versions()).hasSize(2);
        assertThat(after.revision()).isEqualTo(2);
    }

    private List<String> found(String words) {
        var filter = new ResourceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, words);
        return staff.titles(staff.colleague, filter, ResourceOrder.NEWEST);
    }

    private static List<String> left(Upload upload, UploadTicket ticket) {
        var uploadId = ticket.ticket().id().replaceFirst(".*:", "");
        return Stores.get().keys().stream()
                .filter(key -> key.contains(upload.sha256()) || key.contains(uploadId))
                .toList();
    }
}
