package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;

/** Somebody says that something is wrong with a resource; its owner and its county see to it until a day. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportedResourcesTest {
    private static final String PROBLEM = """
            query($id: ID!) { node(id: $id) { ... on ResourceProblem { title reportedBy late viewerCanResolve
                resource { title } resolution { by note } } } }""";

    private final ApplicationContext app;
    private final ResourceProblems problems;
    private final SentCommands commands;
    private final MongoDatabase database;
    private final Api api;
    private Staff staff;

    @Autowired
    ReportedResourcesTest(
            ApplicationContext app,
            ResourceProblems problems,
            SentCommands commands,
            MongoDatabase database,
            @LocalServerPort int port) {
        this.app = app;
        this.problems = problems;
        this.commands = commands;
        this.database = database;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
    }

    private ResourceProblem report(Person person, UUID id, Resource resource, String text) {
        return problems.report(
                id,
                resource.id(),
                ProblemKind.MISTAKE,
                Optional.of(text),
                person.viewer(),
                staff.scope("Mutation.reportResource", person));
    }

    private ResourceProblem resolve(Person person, ResourceProblem problem, long revision) {
        return problems.resolve(
                problem.id(), revision, "已更正", person.viewer(), staff.scope("Mutation.resolveResourceProblem", person));
    }

    private List<String> open(Person person) {
        return problems
                .list(
                        true,
                        new PageRequest(100, Optional.empty()),
                        person.viewer(),
                        staff.scope("Query.resourceProblems", person))
                .edges()
                .stream()
                .map(edge -> edge.node().id())
                .toList();
    }

    private Resource shared() {
        return staff.world.share(staff.teacher, staff.here, "二次函数");
    }

    @Test
    void goesToTheOwnerAndTheCountyWithADay() {
        var id = UUID.randomUUID();
        var resource = shared();
        var problem = report(staff.colleague, id, resource, "第 3 页有错");
        assertThat(report(staff.colleague, id, resource, "第 3 页有错")).isEqualTo(problem);
        assertThat(staff.refusal(() -> report(staff.colleague, id, resource, "别的")))
                .isEqualTo("ID_REUSED id");
        assertThat(Duration.between(problem.reportedAt(), problem.dueAt())).isEqualTo(Duration.ofDays(7));
        assertThat(open(staff.teacher)).contains(problem.id());
        assertThat(open(staff.officer)).contains(problem.id());
        assertThat(open(staff.colleague)).isEmpty();
        assertThat(open(staff.officerAway)).doesNotContain(problem.id());
        assertThat(staff.refusal(() -> report(staff.ofNext, UUID.randomUUID(), resource, "x")))
                .isEqualTo("NOT_FOUND resourceId");
    }

    @Test
    void isToldWithoutTheReportersNameToTheOwner() {
        var problem = report(staff.colleague, UUID.randomUUID(), shared(), "有错");
        var id = Map.of("id", problem.globalId().encode());
        assertThat(api.ask(staff.officer.token(), PROBLEM, id).body())
                .contains("\"reportedBy\":\"张老师\"", "\"viewerCanResolve\":true", "\"resource\":{\"title\":\"二次函数\"}");
        assertThat(api.ask(staff.teacher.token(), PROBLEM, id).body())
                .contains("\"reportedBy\":null", "\"viewerCanResolve\":true");
        assertThat(api.ask(staff.ofNext.token(), PROBLEM, id).at("/data/node").isNull())
                .isTrue();
    }

    @Test
    void isResolvedByTheOwnerOrTheCounty() {
        var first = report(staff.colleague, UUID.randomUUID(), shared(), "有错");
        assertThat(staff.refusal(() -> resolve(staff.colleague, first, 1))).isEqualTo("NOT_FOUND problemId");
        assertThat(staff.refusal(() -> resolve(staff.officerAway, first, 1))).isEqualTo("NOT_FOUND problemId");
        assertThat(staff.refusal(() -> resolve(staff.teacher, first, 2))).isEqualTo("REVISION_STALE expectedRevision");
        var done = resolve(staff.teacher, first, 1);
        assertThat(done.isOpen()).isFalse();
        assertThat(resolve(staff.officer, first, 1)).as("resolved already").isEqualTo(done);
        assertThat(open(staff.officer)).doesNotContain(first.id());
    }

    @Test
    void isResolvedWhenTheResourceIsTakenBack() {
        var resource = shared();
        var problem = report(staff.colleague, UUID.randomUUID(), resource, "有错");
        staff.withdraw(staff.clerk, resource, 1);
        assertThat(open(staff.teacher)).doesNotContain(problem.id());
        assertThat(staff.refusal(() -> report(staff.colleague, UUID.randomUUID(), resource, "x")))
                .isEqualTo("RESOURCE_WITHDRAWN resourceId");
    }

    @Test
    void areListedByAnIndex() {
        Assumptions.assumeTrue(Stores.findReal().isPresent(), "the embedded store explains nothing");
        var page = new PageRequest(10, Optional.empty());
        for (var scope :
                List.of(Scope.NOWHERE, Scope.EVERYWHERE, staff.scope("Query.resourceProblems", staff.officer))) {
            var sent = commands.during(() -> problems.list(true, page, staff.officer.viewer(), scope));
            assertThat(SentCommands.stages(database, sent.getLast()))
                    .contains("IXSCAN")
                    .doesNotContain("COLLSCAN");
        }
    }
}
