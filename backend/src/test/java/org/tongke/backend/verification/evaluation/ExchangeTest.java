package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.CORE;
import static org.tongke.backend.verification.evaluation.Facts.MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.SECOND_MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.STRANGER;
import static org.tongke.backend.verification.evaluation.Facts.at;
import static org.tongke.backend.verification.evaluation.Facts.print;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.backend.community.programme.ProofKind;

class ExchangeTest {

    private final Facts facts = Facts.coBuilt(MEMBER, SECOND_MEMBER);

    @Test
    void coversEveryMemberSchool() {
        assertThat(facts.of("2.3").missing()).containsExactly(new Missing.Members(sorted()));
        facts.exchange("x1", CORE, MEMBER, "2021-02-22", "2021-07-02", true);
        assertThat(print(facts.of("2.3"))).isEqualTo("LACKING | MEMBERS 1/2");
        facts.exchange("x2", CORE, MEMBER, "2021-09-01", "2022-01-20", true);
        assertThat(print(facts.of("2.3"))).isEqualTo("LACKING | MEMBERS 1/2");
        facts.exchange("x3", CORE, SECOND_MEMBER, "2021-09-01", "2022-01-20", true);
        assertThat(print(facts.of("2.3"))).isEqualTo("MET | MEMBERS 2/2");
    }

    @Test
    void comesFromTheCoreSchoolAndIsABackboneTeachers() {
        facts.exchange("x1", MEMBER, SECOND_MEMBER, "2021-02-22", "2021-07-02", true)
                .exchange("x2", CORE, STRANGER, "2021-02-22", "2021-07-02", true)
                .exchange("x3", CORE, MEMBER, "2021-02-22", "2021-07-02", false);
        assertThat(print(facts.of("2.3")))
                .isEqualTo("LACKING | MEMBERS 0/2 | not x1: SCHOOLS_NOT_OF_COMMUNITY, x2: SCHOOLS_NOT_OF_COMMUNITY,"
                        + " x3: NOT_BACKBONE");
    }

    @Test
    void isNamedWithTheListThatProvesIt() {
        facts.exchange("x1", CORE, MEMBER, "2021-02-22", "2021-07-02", true).file("list", "2.3", ProofKind.PDF);
        assertThat(facts.of("2.3").counted())
                .containsExactly(new FactRef(FactRef.Type.EVIDENCE, "list"), new FactRef(FactRef.Type.EXCHANGE, "x1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-01,2020-12-31,0",
        "2020-09-01,2021-01-01,1",
        "2021-12-31,2022-07-01,1",
        "2022-01-01,2022-07-01,0"
    })
    void sharesADayWithTheYear(String fromOn, String toOn, int covered) {
        facts.exchange("x", CORE, MEMBER, fromOn, toOn, true);
        assertThat(print(facts.of("2.3"))).startsWith("LACKING | MEMBERS " + covered + "/2");
    }

    @Test
    void countsFromItsFirstDay() {
        facts.exchange("x", CORE, MEMBER, "2021-09-01", "2022-01-20", true);
        var standard = Facts.PROGRAMME.standard();
        var dayBefore = facts.evaluate(standard, at("2021-08-31T23:59:59"));
        var firstDay = facts.evaluate(standard, at("2021-09-01T00:00:00"));
        assertThat(print(dayBefore.find("2.3").orElseThrow())).endsWith("not x: NOT_BEGUN_YET");
        assertThat(print(firstDay.find("2.3").orElseThrow())).isEqualTo("LACKING | MEMBERS 1/2");
    }

    @Test
    void registeredOnceIsTheListOfAMergedCommunity() {
        var merged = Facts.merged(MEMBER, SECOND_MEMBER);
        assertThat(print(merged.of("2.3"))).isEqualTo("LACKING | EXCHANGE_LIST 0/1");
        merged.exchange("x1", MEMBER, STRANGER, "2021-02-22", "2021-07-02", true)
                .exchange("x2", CORE, MEMBER, "2022-02-22", "2022-07-02", true);
        assertThat(print(merged.of("2.3")))
                .isEqualTo("LACKING | EXCHANGE_LIST 0/1 | not x1: SCHOOLS_NOT_OF_COMMUNITY, x2: OUTSIDE_YEAR");
        merged.exchange("x3", MEMBER, SECOND_MEMBER, "2021-02-22", "2021-07-02", false);
        assertThat(print(merged.of("2.3"))).startsWith("MET | EXCHANGE_LIST 1/1");
        assertThat(print(Facts.merged().file("list", "2.3", ProofKind.PDF).of("2.3")))
                .isEqualTo("MET | EXCHANGE_LIST 1/1");
    }

    private static List<String> sorted() {
        return Stream.of(MEMBER, SECOND_MEMBER).sorted().toList();
    }
}
