package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.resource.Staff.link;
import static org.tongke.backend.resource.Staff.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Upload;

/** Lessons and resources name each other; who opens one is counted once; those used most come first. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsedResourcesTest {
    private static final String OF_LESSON = """
            query($id: ID!) { node(id: $id) { ... on Activity { resources { resource { title } tiedBy } } } }""";
    private static final String OF_RESOURCE = """
            query($id: ID!) { node(id: $id) { ... on Resource { lessonCount openedBy usedIn { activity { id } } } } }""";

    private final ApplicationContext app;
    private final ResourceUse use;
    private final Api api;
    private Staff staff;
    private Activity lesson;

    @Autowired
    UsedResourcesTest(ApplicationContext app, ResourceUse use, @LocalServerPort int port) {
        this.app = app;
        this.use = use;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
        lesson = staff.world.lesson(staff.here, staff.world.day(20));
    }

    private Resource shared(String title) {
        return staff.world.share(staff.teacher, staff.here, title);
    }

    private void tie(Person person, Resource resource) {
        use.tie(resource.id(), lesson.id(), person.viewer(), staff.scope("Mutation.tieResource", person));
    }

    private void untie(Person person, Resource resource) {
        use.untie(resource.id(), lesson.id(), person.viewer(), staff.scope("Mutation.untieResource", person));
    }

    private Opened open(Person person, Resource resource, Optional<Integer> version) {
        return use.open(resource.id(), version, person.viewer(), staff.scope("Mutation.openResource", person));
    }

    private List<String> ofLesson(Person person) {
        return ask(person, OF_LESSON, lesson)
                .at("/data/node/resources")
                .valueStream()
                .map(tie -> tie.at("/resource/title").asString())
                .toList();
    }

    private Answer ask(Person person, String document, Node thing) {
        var answer =
                api.ask(person.token(), document, Map.of("id", thing.globalId().encode()));
        assertThat(answer.codes()).as(answer.body()).isEmpty();
        return answer;
    }

    @Test
    void aLessonShowsWhatItUsesToThoseWhoSeeIt() {
        var resource = shared("抛物线");
        tie(staff.colleague, resource);
        tie(staff.teacher, resource);
        assertThat(ofLesson(staff.teacher)).contains("抛物线").doesNotHaveDuplicates();
        assertThat(ofLesson(staff.officer)).contains("抛物线");
        assertThat(ofLesson(staff.ofNext)).isEmpty();
        var seen = ask(staff.clerk, OF_RESOURCE, resource);
        assertThat(seen.at("/data/node/lessonCount").asInt()).isEqualTo(1);
        assertThat(seen.at("/data/node/usedIn/0/activity/id").asString())
                .isEqualTo(lesson.globalId().encode());
        untie(staff.teacher, resource);
        untie(staff.teacher, resource);
        assertThat(ofLesson(staff.teacher)).doesNotContain("抛物线");
        tie(staff.teacher, resource);
        assertThat(ofLesson(staff.teacher)).contains("抛物线");
        staff.withdraw(staff.teacher, resource, 1);
        assertThat(ofLesson(staff.teacher)).doesNotContain("抛物线");
        assertThat(staff.refusal(() -> tie(staff.teacher, resource))).isEqualTo("RESOURCE_WITHDRAWN resourceId");
    }

    @Test
    void nobodyTiesWhatIsNotSharedOrALessonOfOthers() {
        var resource = shared("圆");
        assertThat(staff.refusal(() -> tie(staff.ofNext, resource))).isEqualTo("NOT_FOUND activityId");
        var ofNext = staff.world.share(staff.ofNext, staff.next, "别处的");
        assertThat(staff.refusal(() -> tie(staff.teacher, ofNext))).isEqualTo("NOT_FOUND resourceId");
        assertThat(staff.refusal(() -> untie(staff.teacher, resource))).isEqualTo("NOT_FOUND resourceId");
    }

    @Test
    void isOpenedAtAnAddressAndCountedOnceForEach() throws Exception {
        var upload = Upload.document();
        var resource = staff.world.shareFile(staff.teacher, staff.here, upload);
        var url = open(staff.colleague, resource, Optional.empty()).url();
        assertThat(url).contains("X-Amz-Expires=120", upload.sha256());
        open(staff.colleague, resource, Optional.of(1));
        open(staff.officer, resource, Optional.empty());
        assertThat(ask(staff.teacher, OF_RESOURCE, resource)
                        .at("/data/node/openedBy")
                        .asInt())
                .isEqualTo(2);
        assertThat(staff.refusal(() -> open(staff.ofNext, resource, Optional.empty())))
                .isEqualTo("NOT_FOUND resourceId");
        assertThat(staff.refusal(() -> open(staff.colleague, resource, Optional.of(2))))
                .isEqualTo("NOT_FOUND version");
        var linked = staff.share(staff.teacher, UUID.randomUUID(), with(staff.here), link("https://example.com/v"))
                .resource()
                .orElseThrow();
        assertThat(open(staff.teacher, linked, Optional.empty()).url()).isEqualTo("https://example.com/v");
    }

    @Test
    void thoseUsedMostComeFirst() {
        var mark = "排序" + UUID.randomUUID().toString().substring(0, 6);
        var twice = shared("甲" + mark);
        var once = shared("乙" + mark);
        shared("丙" + mark);
        open(staff.colleague, twice, Optional.empty());
        tie(staff.teacher, twice);
        open(staff.colleague, once, Optional.empty());
        var filter = new ResourceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, mark);
        assertThat(staff.titles(staff.clerk, filter, ResourceOrder.MOST_USED))
                .containsExactly("甲" + mark, "乙" + mark, "丙" + mark);
        assertThat(staff.titles(staff.clerk, filter, ResourceOrder.NEWEST))
                .containsExactly("丙" + mark, "乙" + mark, "甲" + mark);
    }
}
