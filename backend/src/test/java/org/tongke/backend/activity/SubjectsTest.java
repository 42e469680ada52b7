package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.ProgrammeFiles;

class SubjectsTest {
    private final Subjects subjects = new Subjects();

    @Test
    void areFoundByCodeNameAndAlias() {
        assertThat(code("MATHEMATICS")).isEqualTo("MATHEMATICS");
        assertThat(code("mathematics")).isEqualTo("MATHEMATICS");
        assertThat(code(" 数 学")).isEqualTo("MATHEMATICS");
        assertThat(code("道法")).isEqualTo("MORALITY_AND_LAW");
        assertThat(code("Morality and Law")).isEqualTo("MORALITY_AND_LAW");
        assertThat(subjects.find("奥数")).isEmpty();
        assertThat(subjects.find("")).isEmpty();
    }

    @Test
    void haveCodesAndNamesOfTheirOwn() {
        assertThat(subjects.list()).hasSizeGreaterThan(15).allSatisfy(subject -> {
            assertThat(subject.code()).matches("[A-Z_]+");
            assertThat(subject.name().in(Locale.ENGLISH)).doesNotContainPattern("\\p{IsHan}");
        });
        assertThat(subjects.list()).extracting(Subject::code).doesNotHaveDuplicates();
    }

    @Test
    void kindsAreThoseThatTheStandardCounts() throws IOException {
        var standard = new String(
                Objects.requireNonNull(ProgrammeFiles.class.getResourceAsStream("/programme/2021/standard.json"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var kinds = ProductKinds.read();
        assertThat(kinds).extracting(ActivityKind::code).allMatch(standard::contains);
        assertThat(kinds.stream().filter(ActivityKind::subjectRequired))
                .extracting(ActivityKind::code)
                .containsExactly("SYNCED_LESSON");
    }

    private String code(String called) {
        return subjects.find(called).orElseThrow().code();
    }
}
