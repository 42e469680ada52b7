package org.tongke.frontend.timetable.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.client.FakeBackend;
import org.tongke.frontend.directory.Regions;

class FinderTest {
    private static final FindSearch SEARCH =
            FindSearch.of(FindWindow.of(FindWindow.Span.STRETCH, LocalDate.of(2026, 11, 28)));
    private static final String REGIONS = """
            {"data":{"region":{"id":"p","code":"33","name":"浙江省","children":[{"id":"c","code":"3303","name":"温州市",
             "children":[{"id":"y","code":"330382","name":"乐清市"}]}]}}}
            """;
    private static final String COUNTS = """
            "activityCounts":{"total":1,"words":"1","cities":[],"counties":[],"grades":[],"kinds":[],"states":[],
             "suppliers":[],"subjects":[{"value":"MATHEMATICS","label":"数学","count":1,"words":"1"}]}
            """;

    private final FakeBackend backend = new FakeBackend();
    private final FakeBackend directory = new FakeBackend().says(REGIONS);
    private final Finder finder = new Finder(backend.as("token"), new Regions(directory.as("token")));

    @AfterEach
    void stop() {
        backend.close();
        directory.close();
    }

    @Test
    void asksForLessonsCountsAndNamesAtOnce() {
        says("School", "城关一小");

        var found = finder.find(SEARCH.with(FindFacet.SUBJECT, "MATHEMATICS")
                .with(FindFacet.SCHOOL, "s1")
                .with(FindFacet.REGION, "330382"));

        assertThat(backend.asked()).hasSize(1);
        assertThat(backend.asked().getFirst().body()).contains("MATHEMATICS", "s1", "regionIds", "2026-12-04");
        assertThat(found.page().lessons()).hasSize(1);
        assertThat(found.page().after()).isEqualTo("here");
        assertThat(found.names()).containsEntry("s1", "城关一小");
        assertThat(found.ignored()).isEmpty();
    }

    @Test
    void leavesOutWhatNothingIsCalledAndAsksOnceMore() {
        says("Community", "城关教共体");

        var found = finder.find(SEARCH.with(FindFacet.SUBJECT, "MATHEMATICS")
                .with(FindFacet.SUBJECT, "MAGIC")
                .with(FindFacet.SCHOOL, "a-community")
                .with(FindFacet.REGION, "999999"));

        assertThat(backend.asked()).hasSize(2);
        assertThat(backend.asked().getLast().body()).doesNotContain("MAGIC", "a-community");
        assertThat(found.search()).isEqualTo(SEARCH.with(FindFacet.SUBJECT, "MATHEMATICS"));
        assertThat(found.ignored()).containsExactlyInAnyOrder("region=999999", "subject=MAGIC", "school=a-community");
    }

    @Test
    void looksForTheNextDayInTheMonthAfterTheWindow() {
        says("School", "城关一小");

        assertThat(finder.findNextDay(SEARCH)).contains(LocalDate.of(2026, 12, 9));
        assertThat(backend.asked()).hasSize(1);
        assertThat(backend.asked().getFirst().body()).contains("2026-12-05", "2027-01-04");
    }

    private void says(String namedType, String name) {
        var answer = """
                {"data":{"activities":{"pageInfo":{"hasNextPage":true,"endCursor":"here"},"edges":[{"node":{"id":"a1",
                 "title":"分数","startsAt":"2026-12-09T10:20:00+08:00","endsAt":"2026-12-09T11:00:00+08:00"}}]},%s,
                 "named0":{"__typename":"%s","name":"%s"}}}
                """.formatted(COUNTS, namedType, name);
        backend.says(answer).says(answer).says(answer);
    }
}
