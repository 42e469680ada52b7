package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.resource.Staff.link;
import static org.tongke.backend.resource.Staff.with;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.tongke.backend.support.BackendTest;

/** The search is judged by what teachers type: {@code resource/queries.txt} has it, with what must be found. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptQueriesTest {
    private static final String QUERIES = "[queries]";

    private final ApplicationContext app;
    private Staff staff;

    @Autowired
    KeptQueriesTest(ApplicationContext app) {
        this.app = app;
    }

    @BeforeAll
    void share() throws IOException {
        staff = Staff.in(app);
        lines(QUERIES::equals, false).forEach(line -> {
            var said = line.split("\\|", -1);
            var facts = new FactsSaid(
                    said[0].strip(),
                    said[3].isBlank() ? null : said[3].strip(),
                    said[1].strip(),
                    List.of(said[2].strip()),
                    null,
                    Licence.CC_BY_NC);
            staff.share(staff.teacher, UUID.randomUUID(), facts, with(staff.here), link("https://example.com/kept"));
        });
    }

    static Stream<String> queries() throws IOException {
        return lines(QUERIES::equals, true).stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void findsWhatItMust(String line) {
        var arrow = line.indexOf("=>");
        var expected = Stream.of(line.substring(arrow + 2).split("\\|"))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        // what others share with the whole county is not judged here
        var group = Set.of(staff.here.channel());
        var filter = new ResourceFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), group, Set.of(), false, line.substring(0, arrow));

        assertThat(staff.titles(staff.colleague, filter, ResourceOrder.NEWEST))
                .as(line)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The lines before a heading or after it, without headings and remarks. */
    private static List<String> lines(Predicate<String> heading, boolean after) throws IOException {
        var found = new ArrayList<String>();
        var seen = false;
        for (var line : new ClassPathResource("resource/queries.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            seen |= heading.test(line);
            if (seen == after && !line.isBlank() && !line.startsWith("#") && !line.startsWith("[")) {
                found.add(line);
            }
        }
        return found;
    }
}
