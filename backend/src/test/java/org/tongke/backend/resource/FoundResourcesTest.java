package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.resource.Staff.facts;
import static org.tongke.backend.resource.Staff.link;
import static org.tongke.backend.resource.Staff.with;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;

/** Resources are found by words, pinyin and initials, and told apart by values; counted; in two orders; never by a scan. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundResourcesTest {
    private static final ResourceFilter ALL = filter("");

    private final ApplicationContext app;
    private final Resources resources;
    private final SentCommands commands;
    private final MongoDatabase database;
    private Staff staff;

    @Autowired
    FoundResourcesTest(ApplicationContext app, Resources resources, SentCommands commands, MongoDatabase database) {
        this.app = app;
        this.resources = resources;
        this.commands = commands;
        this.database = database;
    }

    @BeforeAll
    void share() {
        staff = Staff.in(app, "330881");
        share("二次函数的图像", "数学", "G9", "https://example.com/1");
        share("一次函数", "数学", "G8", "https://example.com/2");
        share("古诗二首", "语文", "G7", "https://example.com/3");
        var withdrawn = share("二次函数的旧稿", "数学", "G9", "https://example.com/4");
        staff.withdraw(staff.teacher, withdrawn, 1);
        staff.share(
                staff.ofNext, UUID.randomUUID(), facts("二次函数别处", "数学", "G9"), with(staff.next), link("https://a.cn"));
    }

    private Resource share(String title, String subject, String grade, String url) {
        return staff.share(staff.teacher, UUID.randomUUID(), facts(title, subject, grade), with(staff.here), link(url))
                .resource()
                .orElseThrow();
    }

    private static ResourceFilter filter(String text) {
        return new ResourceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, text);
    }

    private List<String> found(ResourceFilter filter) {
        return staff.titles(staff.colleague, filter, ResourceOrder.NEWEST);
    }

    @ParameterizedTest
    @CsvSource({
        "二次函数, 二次函数的图像",
        "函数的图像, 二次函数的图像",
        "erci, 二次函数的图像",
        "ercihanshu, 二次函数的图像",
        "echs, 二次函数的图像",
        "hs, 一次函数|二次函数的图像",
        "数学 一次, 一次函数",
        "gushi, 古诗二首",
        "nothing, ''",
        "javascript, ''"
    })
    void byWords(String typed, String titles) {
        assertThat(String.join("|", found(filter(typed)))).isEqualTo(titles);
    }

    @Test
    void byValues() {
        assertThat(found(ALL)).containsExactly("古诗二首", "一次函数", "二次函数的图像");
        assertThat(found(new ResourceFilter(
                        Set.of("MATHEMATICS"), Set.of("G9"), Set.of(), Set.of(), Set.of(), Set.of(), false, "")))
                .containsExactly("二次函数的图像");
        assertThat(found(new ResourceFilter(
                        Set.of(),
                        Set.of(),
                        Set.of(ResourceKind.PAGE),
                        Set.of(SchoolStage.JUNIOR),
                        Set.of(staff.here.channel()),
                        Set.of(staff.here.coreId()),
                        false,
                        "")))
                .hasSize(3);
        assertThat(found(new ResourceFilter(
                        Set.of(), Set.of(), Set.of(ResourceKind.VIDEO), Set.of(), Set.of(), Set.of(), false, "")))
                .isEmpty();
        assertThat(found(new ResourceFilter(
                        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(staff.next.channel()), Set.of(), false, "")))
                .as("a group that is not the caller's")
                .isEmpty();
        var own = new ResourceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, "");
        assertThat(found(own)).isEmpty();
        assertThat(staff.titles(staff.teacher, own, ResourceOrder.NEWEST)).hasSize(3);
    }

    @Test
    void areCountedByValueWhateverIsChosenOfIt() {
        var chosen = new ResourceFilter(
                Set.of("MATHEMATICS"), Set.of("G9"), Set.of(), Set.of(), Set.of(), Set.of(), false, "");
        var counts =
                resources.count(chosen, staff.colleague.viewer(), staff.scope("Query.resourceCounts", staff.colleague));
        assertThat(counts.total()).isEqualTo(1);
        assertThat(counts.of(ResourceFacet.GRADE)).isEqualTo(Map.of("G8", 1L, "G9", 1L));
        assertThat(counts.of(ResourceFacet.SUBJECT)).isEqualTo(Map.of("MATHEMATICS", 1L));
        assertThat(counts.of(ResourceFacet.GROUP)).isEqualTo(Map.of(staff.here.channel(), 1L));
        assertThat(counts.of(ResourceFacet.SCHOOL)).isEqualTo(Map.of(staff.here.coreId(), 1L));
        var all = resources.count(ALL, staff.colleague.viewer(), staff.scope("Query.resourceCounts", staff.colleague));
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.of(ResourceFacet.KIND)).isEqualTo(Map.of("PAGE", 3L));
    }

    @Test
    void theirPagesAreTheListInBothOrders() {
        for (var order : ResourceOrder.values()) {
            var read = new ArrayList<String>();
            var page = new PageRequest(1, Optional.empty());
            while (true) {
                var found = resources.list(
                        ALL, order, page, staff.colleague.viewer(), staff.scope("Query.resources", staff.colleague));
                found.edges().forEach(edge -> read.add(edge.node().facts().title()));
                var end = found.pageInfo().endCursor();
                if (!found.pageInfo().hasNextPage() || end == null) {
                    break;
                }
                page = PageRequest.of(order.list(), ResourceOrder.KEYS, 1, end);
            }
            assertThat(read).isEqualTo(staff.titles(staff.colleague, ALL, order));
        }
    }

    @Test
    void areFoundByAnIndex() {
        Assumptions.assumeTrue(Stores.findReal().isPresent(), "the embedded store explains nothing");
        var person = staff.colleague;
        var scope = staff.scope("Query.resources", person);
        var page = new PageRequest(10, Optional.empty());
        for (var order : ResourceOrder.values()) {
            assertThat(stages(() -> resources.list(ALL, order, page, person.viewer(), scope)))
                    .as(order.name())
                    .contains("IXSCAN")
                    .doesNotContain("COLLSCAN", "SORT");
            assertThat(stages(() -> resources.list(filter("函数的图像"), order, page, person.viewer(), scope)))
                    .contains("IXSCAN")
                    .doesNotContain("COLLSCAN");
        }
        var administrator = staff.officer;
        var everywhere = Scope.EVERYWHERE;
        assertThat(stages(() -> resources.list(ALL, ResourceOrder.NEWEST, page, administrator.viewer(), everywhere)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN", "SORT");
        var own = new ResourceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, "");
        assertThat(stages(() -> resources.list(own, ResourceOrder.NEWEST, page, staff.teacher.viewer(), scope)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(stages(() -> resources.count(ALL, person.viewer(), scope)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(stages(() -> app.getBean(Quotas.class).usesOf(List.of(staff.here.coreId()))))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        var officers = Scope.of(List.of(PlaceKey.region("330881")));
        assertThat(stages(() -> app.getBean(HeldFiles.class).find("shared/none", officers)))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
    }

    /** Of the last command: what comes before finds out who asks and how words sound. */
    private List<String> stages(Runnable question) {
        List<BsonDocument> sent = commands.during(question);
        return SentCommands.stages(database, sent.getLast());
    }
}
