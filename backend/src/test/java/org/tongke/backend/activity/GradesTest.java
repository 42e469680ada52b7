package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradesTest {
    private final Grades grades = new Grades();

    @Test
    void areThirteen() {
        assertThat(grades.list()).hasSize(13);
        assertThat(grades.get("G7").name().zh()).isEqualTo("七年级");
    }

    @ParameterizedTest
    @CsvSource({"G5,G5", "g5,G5", "五年级,G5", "5年级,G5", "５ 年级,G5", "初一,G7", "初三,G9", "高一,G10", "Grade 11,G11", "学前班,K"})
    void areFoundHoweverTheyAreWritten(String said, String code) {
        assertThat(grades.find(said).map(Grade::code)).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({
        "五年级2班,G5",
        "5年级(2)班,G5",
        "五（2）班,G5",
        "五2班,G5",
        "5(2)班,G5",
        "初二3班,G8",
        "九年级,G9",
        "高三(1)班,G12",
        "大班,K",
        "Grade 1 Class 2,G1",
        "Grade 12 Class 2,G12"
    })
    void areWhatTheNameOfAClassBeginsWith(String className, String code) {
        assertThat(grades.findOfClass(className).map(Grade::code)).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({"兴趣小组", "2班", "一班", "全体教师", "101班", "K歌社团"})
    void areNotGuessed(String className) {
        assertThat(grades.findOfClass(className)).isEmpty();
    }
}
