package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.SECOND_MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.coBuilt;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;

class LackingTest {

    private static final Lacking.Words CHINESE = words("verification", Locale.SIMPLIFIED_CHINESE);
    private static final Lacking.Words ENGLISH = words("verification_en", Locale.ENGLISH);

    @Test
    void saysHowManySubjectsAndLessons() {
        var result = coBuilt()
                .lessons(17, "数学")
                .file("photo", "2.1", ProofKind.PICTURE)
                .of("2.1");
        assertThat(Lacking.describe(result, CHINESE)).isEqualTo("还差 1 个学科、3 节课");
        assertThat(Lacking.describe(result, ENGLISH)).isEqualTo("Still needed: 1 subject, 3 lessons");
    }

    @Test
    void saysHowMuchResearchAndWhichEvidence() {
        var result = coBuilt().research(7, "ONLINE_RESEARCH").of("2.2");
        assertThat(Lacking.describe(result, CHINESE)).isEqualTo("还差 1 次网络研修、1 份网络研修图片、4 次线下教研、1 份教研活动文本佐证");
        assertThat(Lacking.describe(result, ENGLISH))
                .isEqualTo("Still needed: 1 online research session, 1 × online-research picture,"
                        + " 4 offline research sessions, 1 × written evidence of research");
    }

    @Test
    void countsSchoolsAsSchoolsAndNamesThem() {
        var result = coBuilt(MEMBER, SECOND_MEMBER).of("2.3");
        assertThat(Lacking.describe(result, CHINESE)).isEqualTo("还差 2 所成员校的骨干教师交流（〈山村小学〉、〈河边小学〉）");
        assertThat(Lacking.describe(result, ENGLISH))
                .isEqualTo("Still needed: backbone teachers at 2 member schools (〈山村小学〉, 〈河边小学〉)");
    }

    @Test
    void namesThePairWhereItIsCountedPerPair() {
        var result = coBuilt().lessons(20, "数学").file("photo", "2.1", ProofKind.PICTURE);
        var perPair = result.evaluate(Standards.countedPerPair(Mode.CO_BUILT), Facts.YEAR_END);
        assertThat(Lacking.describe(perPair.find("2.1").orElseThrow(), CHINESE)).isEqualTo("还差 1 个学科（与〈山村小学〉结对）");
    }

    @Test
    void saysWhenNothingIsLackingOrAsked() {
        assertThat(Lacking.describe(coBuilt().file("p", "1.1", ProofKind.PDF).of("1.1"), CHINESE))
                .isEqualTo("已达标");
        assertThat(Lacking.describe(Facts.of(Mode.COLLABORATIVE).of("1.1"), CHINESE))
                .isEqualTo("不列入省级核验，由各地考核");
    }

    @Test
    void hasGeneralWordsForAKindThatWasAdded() {
        var result = new CriterionResult(
                "9.9",
                CriterionResult.State.LACKING,
                List.of(),
                List.of(new Missing.Activities("SPORTS_DAY", 2, null)),
                List.of(),
                List.of());
        assertThat(Lacking.describe(result, CHINESE)).isEqualTo("还差 2 次活动");
    }

    @Test
    void hasEveryMessageInBothLanguagesWithTheSameArguments() {
        var chinese = messages("verification");
        var english = messages("verification_en");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (var key : chinese.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
        }
    }

    @Test
    void hasAMessageForEveryReasonAndQuantity() {
        for (var reason : Rejected.Reason.values()) {
            assertThat(messages("verification")).containsKey("verification.rejected." + reason);
        }
        for (var quantity : Measure.Quantity.values()) {
            assertThat(messages("verification")).containsKey("verification.measure." + quantity);
        }
    }

    private static List<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d)")
                .matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Lacking.Words words(String file, Locale locale) {
        var messages = messages(file);
        return new Lacking.Words() {
            @Override
            public Locale locale() {
                return locale;
            }

            @Override
            public Optional<String> find(String key, Object... arguments) {
                return Optional.ofNullable(messages.getProperty(key))
                        .map(pattern -> new MessageFormat(pattern, locale).format(arguments));
            }

            @Override
            public String nameOfSchool(String schoolId) {
                return "〈" + schoolId + "〉";
            }
        };
    }

    private static Properties messages(String file) {
        var properties = new Properties();
        var stream = Objects.requireNonNull(
                LackingTest.class.getResourceAsStream("/messages/backend/" + file + ".properties"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
