package org.tongke.frontend.timetable.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindAddressTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final FindSearch USUAL = FindSearch.of(new FindWindow(TODAY, LocalDate.of(2026, 12, 4)));

    @Test
    void isReadAsItWasWritten() {
        var search = USUAL.in(FindWindow.of(FindWindow.Span.MONTH, TODAY))
                .about("yqssyxx 分数 & 100% 𠮷=?")
                .with(FindFacet.SUBJECT, "MATHEMATICS")
                .with(FindFacet.SUBJECT, "CHINESE")
                .with(FindFacet.REGION, "330382")
                .with(FindFacet.SCHOOL, "U2Nob29sOjE=")
                .with(FindFacet.SUPPLIER, "云 课&堂")
                .with(FindFacet.STATE, "CANCELLED");

        // through the address line, as a browser hands it on
        var address = new Location("find", FindAddress.write(search, "TGVzc29uOjE=")).getPathWithQueryParameters();
        var read = FindAddress.read(new Location(address).getQueryParameters(), TODAY);

        assertThat(read.search()).isEqualTo(search);
        assertThat(read.lesson()).isEqualTo("TGVzc29uOjE=");
        assertThat(read.ignored()).isEmpty();
    }

    @Test
    void isTheComingWeekIfItSaysNothing() {
        assertThat(read("").search()).isEqualTo(USUAL);
        assertThat(read("q=&subject=").search()).isEqualTo(USUAL);
    }

    @Test
    void beginsWhereItSaysEvenIfItDoesNotSayWhereItEnds() {
        assertThat(read("from=2027-02-01").search().window())
                .isEqualTo(new FindWindow(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=tomorrow",
                "from=2026-02-30",
                "from=%2B999999999-12-31",
                "to=2026-12-31",
                "state=DONE",
                "colour=red",
                "from=1999-01-01",
            })
    void leavesOutWhatItCannotRead(String query) {
        var read = read(query);

        assertThat(read.search()).isEqualTo(USUAL);
        assertThat(read.ignored())
                .containsExactly(new Location("find?" + query)
                        .getQueryParameters().getParameters().entrySet().stream()
                                .map(part ->
                                        part.getKey() + "=" + part.getValue().getFirst())
                                .findFirst()
                                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-11-28&to=2026-11-27", "from=2026-11-01&to=2026-12-15"})
    void leavesOutAWindowThatIsNone(String query) {
        assertThat(read(query).search()).isEqualTo(USUAL);
        assertThat(read(query).ignored()).hasSize(2);
    }

    @Test
    void keepsTheRestOfWhatItCannotReadInPart() {
        var read = read("subject=MATHEMATICS&state=DONE&state=PLANNED&q=abc");

        assertThat(read.search())
                .isEqualTo(USUAL.about("abc")
                        .with(FindFacet.SUBJECT, "MATHEMATICS")
                        .with(FindFacet.STATE, "PLANNED"));
        assertThat(read.ignored()).containsExactly("state=DONE");
    }

    @Test
    void takesNoMoreThanTheContractDoes() {
        var query = new StringBuilder("q=" + "字".repeat(300));
        for (var number = 0; number < 60; number++) {
            query.append("&grade=G").append(number);
        }

        var read = read(query.toString());

        assertThat(read.search().text()).hasSize(100);
        assertThat(read.search().of(FindFacet.GRADE)).hasSize(50);
        assertThat(read.ignored()).hasSize(10).contains("grade=G59");
    }

    private static FindAddress.Read read(String query) {
        return FindAddress.read(
                query.isEmpty() ? QueryParameters.empty() : new Location("find?" + query).getQueryParameters(), TODAY);
    }
}
