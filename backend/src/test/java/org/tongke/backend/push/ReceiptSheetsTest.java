package org.tongke.backend.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;

/** Receipts go into a workbook as their page filters them, for the centre alone; and the list of resources tells those of a centre. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptSheetsTest {
    private static final String COUNTY = "331123";
    private static final String OF_CENTRE = """
            query($centre: ID!) { resources(filter: {schoolIds: [$centre]}, first: 100) { edges { node { title centre } } } }""";

    private final ApplicationContext app;
    private final Api api;
    private PushScene scene;
    private Resource resource;
    private Push push;

    @Autowired
    ReceiptSheetsTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
    }

    @BeforeAll
    void push() {
        scene = PushScene.in(app, COUNTY);
        resource = scene.centre.share("圆周率的故事");
        push = scene.centre.push(resource, PushScene.areas(SchoolArea.RURAL, SchoolArea.TOWN, SchoolArea.URBAN));
        scene.open(scene.member, resource);
    }

    @Test
    void holdTheSchoolsThatThePageShows() throws Exception {
        var schools = scene.world.schoolsOf(scene.community);
        var core = schools.getFirst().name();
        var member = schools.getLast().name();
        assertThat(fetch(scene.staff, "?lang=zh-CN")).contains("学校|县市区|打开人数", "圆周率的故事", core, member, "全部学校", "已送达");
        assertThat(fetch(scene.staff, "?show=opened&lang=zh-CN"))
                .contains(member, "已打开的学校")
                .doesNotContain(core);
        assertThat(fetch(scene.staff, "?show=not_opened&lang=en"))
                .contains(core, "Schools that have not opened it")
                .doesNotContain(member);
    }

    @Test
    void areNotThereForOthersAndWhereTheFilterIsNone() throws Exception {
        for (var other : List.of(scene.staffAway, scene.member, scene.clerk)) {
            assertThat(fetch(other, "")).isEqualTo("404");
        }
        assertThat(fetch(scene.staff, "?show=nonsense")).isEqualTo("404");
    }

    @Test
    void ofWhatTheCentreSharesAndNotOfItsSchools() {
        var shared = scene.world.share(scene.teacher, scene.community, "学校的材料");
        var answer = api.ask(scene.staff.token(), OF_CENTRE, Map.of("centre", new GlobalId("Region", COUNTY).encode()));
        assertThat(answer.body())
                .contains("圆周率的故事")
                .doesNotContain(shared.facts().title());
    }

    private String fetch(Person caller, String query) throws Exception {
        var path = "/exports/pushes/" + push.globalId().encode() + ".xlsx" + query;
        var request = api.to(path).header("Authorization", "Bearer " + caller.token());
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request.GET().build(), BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? read(response.body()) : Integer.toString(response.statusCode());
        }
    }

    private static String read(byte[] workbook) throws Exception {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var rows = new StringBuilder();
            for (var sheet : read.getSheets().toList()) {
                for (var row : sheet.read()) {
                    rows.append(row.stream()
                                    .map(cell -> cell == null ? "" : cell.getText())
                                    .collect(Collectors.joining("|")))
                            .append('\n');
                }
            }
            return rows.toString();
        }
    }
}
