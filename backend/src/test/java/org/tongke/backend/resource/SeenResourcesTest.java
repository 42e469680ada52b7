package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.resource.Staff.link;
import static org.tongke.backend.resource.Staff.with;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/** Who sees what is shared, as a list, by its id, and by the address of its file. For others it does not exist. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenResourcesTest {
    private static final String NODE = """
            query($id: ID!) { node(id: $id) { ... on Resource { title state description sharedBy
                withdrawal { by reason } version { name url file { url thumbnailUrl } }
                versions { number file { id views { edges { node { viewedBy } } } } } history { by } } } }""";

    private final ApplicationContext app;
    private final Api api;
    private Staff staff;

    @Autowired
    SeenResourcesTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
    }

    private Resource shared(GroupsSaid groups) {
        return staff.share(staff.teacher, UUID.randomUUID(), groups, link("https://example.com/"))
                .resource()
                .orElseThrow();
    }

    private List<Boolean> seen(Resource resource) {
        return List.of(staff.colleague, staff.ofNext, staff.ofAway, staff.officer, staff.officerAway).stream()
                .map(person -> staff.sees(person, resource))
                .toList();
    }

    @Test
    void isSeenByTheCommunityAndTheOfficesAbove() {
        assertThat(seen(shared(with(staff.here)))).containsExactly(true, false, false, true, false);
    }

    @Test
    void isSeenByTheCounty() {
        assertThat(seen(shared(Staff.county()))).containsExactly(true, true, false, true, false);
    }

    @Test
    void isSeenNoMoreByAGroupThatItIsTakenFrom() {
        var resource = shared(Staff.county());
        var edited =
                staff.sharing().edit(resource.id(), 1, World.factsOf("二次函数"), with(staff.here), staff.teacher.viewer());
        assertThat(seen(edited)).containsExactly(true, false, false, true, false);
    }

    @Test
    void isSeenByNobodyWhoIsNoTeacherOrOfficer() {
        var resource = shared(Staff.county());
        var developer = staff.world.person(Role.DEVELOPER);
        assertThat(staff.sees(developer, resource)).isFalse();
        var province = staff.world.person(Role.PROVINCE_OFFICER, PlaceKey.region("33"));
        assertThat(staff.sees(province, resource)).isTrue();
    }

    private Answer open(Person person, String fileId, String more) {
        var path = "/files/" + new GlobalId("StoredFile", fileId).encode() + more;
        return api.send(
                api.to(path).header("Authorization", "Bearer " + person.token()).GET());
    }

    @Test
    void itsFileIsThereForThoseOnlyWhoSeeWhatHoldsIt() {
        var upload = Upload.document();
        var resource = staff.world.shareFile(staff.teacher, staff.here, upload);
        var fileId = "shared/" + upload.sha256();
        assertThat(open(staff.colleague, fileId, "").status()).isEqualTo(302);
        assertThat(open(staff.officer, fileId, "/thumbnail").status()).isEqualTo(302);
        for (var stranger : List.of(staff.ofNext, staff.ofAway, staff.officerAway)) {
            assertThat(open(stranger, fileId, "").status()).isEqualTo(404);
            assertThat(open(stranger, fileId, "/thumbnail").status()).isEqualTo(404);
            assertThat(node(stranger, new GlobalId("StoredFile", fileId))
                            .at("/data/node")
                            .isNull())
                    .isTrue();
            assertThat(node(stranger, resource.globalId()).at("/data/node").isNull())
                    .isTrue();
        }
        // the same bytes, shared by others with others
        var other = staff.world.shareFile(staff.ofAway, staff.away, upload);
        assertThat(open(staff.ofAway, fileId, "").status()).isEqualTo(302);
        assertThat(open(staff.ofNext, fileId, "").status()).isEqualTo(404);
        staff.withdraw(staff.teacher, resource, resource.revision());
        assertThat(open(staff.colleague, fileId, "").status()).isEqualTo(404);
        assertThat(open(staff.ofAway, fileId, "").status()).isEqualTo(302);
        staff.withdraw(staff.ofAway, other, other.revision());
        assertThat(open(staff.ofAway, fileId, "").status()).isEqualTo(404);
    }

    private Answer node(Person person, GlobalId id) {
        return api.ask(person.token(), NODE, Map.of("id", id.encode()));
    }

    @Test
    void isToldWithItsFileAndAfterwardsAsAStub() {
        var resource = staff.world.shareFile(staff.teacher, staff.here, Upload.document());
        var seen = node(staff.colleague, resource.globalId());
        assertThat(seen.codes()).as(seen.body()).isEmpty();
        assertThat(seen.at("/data/node/version/file/url").asString()).startsWith("/files/");
        assertThat(seen.at("/data/node/version/file/thumbnailUrl").asString()).endsWith("/thumbnail");
        var file = (ResourceContent.OfFile) resource.version().content();
        open(staff.colleague, file.fileId(), "");
        assertThat(node(staff.officer, resource.globalId()).at("/data/node/versions/0/file/views/edges"))
                .hasSize(1);
        assertThat(node(staff.colleague, resource.globalId()).at("/data/node/versions/0/file/views/edges"))
                .as("offices only")
                .isEmpty();
        staff.withdraw(staff.teacher, resource, 1);
        assertThat(node(staff.colleague, resource.globalId()).body())
                .contains("\"title\":\"二次函数的图像\"", "\"state\":\"WITHDRAWN\"", "\"reason\":\"有错\"", "\"version\":null")
                .contains("\"versions\":[]", "\"history\":[]", "\"description\":null");
    }
}
