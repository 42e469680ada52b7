package org.tongke.frontend.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.frontend.contract.types.BellPeriod;

class BellLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            第3节 09:50-10:30          | 3 null 09:50 10:30
            第三节课：9：50—10：30     | 3 null 09:50 10:30
            3 9.50 ~ 10.30             | 3 null 09:50 10:30
            第 十一 节，19点到19点40分 | 11 null 19:00 19:40
            Period 2 08:45-09:25       | 2 null 08:45 09:25
            早读 7:40至8:00            | 0 早读 07:40 08:00
            08:00-08:40                | 1 null 08:00 08:40
            """)
    void areReadAsSchoolsWriteThem(String line, String read) {
        assertThat(print(line)).isEqualTo(read);
    }

    @Test
    void areReadFromATable() {
        assertThat(print("第1节\t8:00\t8:40\n\n第2节\t8:50\t9:30")).isEqualTo("1 null 08:00 08:40, 2 null 08:50 09:30");
    }

    @Test
    void whatHasNoNumberGetsOneInBetweenAndKeepsItsName() {
        assertThat(print("早读 07:40-08:00\n第1节 08:10-08:50\n午自习 12:40-13:20\n第2节 13:30-14:10\n第3节 14:20-15:00"))
                .isEqualTo("0 早读 07:40 08:00, 1 null 08:10 08:50, 2 午自习 12:40 13:20, 3 第2节 13:30 14:10,"
                        + " 4 第3节 14:20 15:00");
    }

    @Test
    void linesThatCannotBeReadAreNamed() {
        var lines = BellLines.read("第1节 08:00-08:40\n大课间\n\n第2节 9点");
        assertThat(lines.unread()).containsExactly(2, 4);
        assertThat(lines.lineNumbers()).containsExactly(1);
    }

    @Test
    void whatIsShownIsReadAsTheSame() {
        var period = BellPeriod.newBuilder()
                .number(3)
                .name("第3节")
                .from("09:50")
                .to("10:30")
                .build();
        assertThat(print(BellLines.write(List.of(period)))).isEqualTo("3 null 09:50 10:30");
    }

    private static String print(String text) {
        return BellLines.read(text).periods().stream()
                .map(one -> one.getNumber() + " " + one.getName() + " " + one.getFrom() + " " + one.getTo())
                .collect(Collectors.joining(", "));
    }
}
