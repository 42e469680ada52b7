package org.tongke.backend.verification.words;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.community.programme.Rule.ActivityCount;
import org.tongke.backend.community.programme.Rule.Between;
import org.tongke.backend.community.programme.Rule.CountingUnit;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.deadline.Outlook;
import org.tongke.backend.verification.evaluation.CriterionResult;
import org.tongke.backend.verification.evaluation.Lacking;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.evaluation.Missing;
import org.tongke.backend.verification.evaluation.Rejected;

/** Progress in the words of one language, from the room's message files. */
public final class Words implements Lacking.Words {
    private static final String PREFIX = "verification.";
    private static final String ASKS = PREFIX + "asks.";
    private static final String FACT = PREFIX + "fact.";
    private static final String LACKING = PREFIX + "lacking.";
    private static final String MEASURE = PREFIX + "measure.";

    private final Source source;
    private final Locale locale;
    private final Map<String, String> schoolNames;

    private Words(Source source, Locale locale, Map<String, String> schoolNames) {
        this.source = source;
        this.locale = locale;
        this.schoolNames = schoolNames;
    }

    /** Where words come from. */
    @Component
    public static class Source {
        private final MessageSource messages;
        private final Subjects subjects;

        Source(MessageSource messages, Subjects subjects) {
            this.messages = messages;
            this.subjects = subjects;
        }

        /**
         * The words of a language.
         *
         * @param wanted what the caller asks for
         * @param schoolNames names by raw id, of all schools that will have to be named
         */
        public Words in(Locale wanted, Map<String, String> schoolNames) {
            return new Words(this, Texts.languageOf(wanted), Map.copyOf(schoolNames));
        }
    }

    /** Raw ids of the schools that the words for a criterion name. */
    public static List<String> schoolsNamedIn(CriterionProgress found) {
        var paired = found.measures().stream().map(Measure::pairedWith).filter(Objects::nonNull);
        var missing = found.missing().stream()
                .flatMap(one -> one instanceof Missing.Members(var schools) ? schools.stream() : Stream.empty());
        return Stream.concat(paired, missing).toList();
    }

    @Override
    public Locale locale() {
        return locale;
    }

    /** Numbers stay numbers, so that a plural can be chosen by them. */
    @Override
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(source.messages.getMessage(key, arguments, null, locale));
    }

    /** A school that is gone is named by its id. */
    @Override
    public String nameOfSchool(String schoolId) {
        return schoolNames.getOrDefault(schoolId, schoolId);
    }

    /** As in 开展线上教学活动. */
    public String nameOf(Criterion criterion) {
        return criterion.name().in(locale);
    }

    /** As in 还差 1 个学科、3 节课. */
    public String lacking(CriterionProgress found) {
        return Lacking.describe(
                new CriterionResult(
                        found.code(), found.state(), found.measures(), found.missing(), List.of(), List.of()),
                this);
    }

    /** As in 按现在的速度 12月20日 才够，晚 20 天. */
    public String outlook(Outlook outlook) {
        var key = PREFIX + "outlook." + outlook.state();
        var due = day(outlook.milestone().dueOn());
        var enoughOn = outlook.enoughOn();
        return switch (outlook.state()) {
            case SENT_BACK, READY, VERIFIED -> get(key);
            case LATE, TOO_LATE, ON_TIME ->
                enoughOn == null
                        ? get(key + ".never", due)
                        : get(key, due, day(enoughOn), Objects.requireNonNullElse(outlook.daysLate(), 0));
        };
    }

    private String day(TemporalAccessor on) {
        return DateTimeFormatter.ofPattern(get(FACT + "day"), locale).format(on);
    }

    /** As in 已取消. */
    public String reason(Rejected.Reason reason) {
        return get(PREFIX + "rejected." + reason);
    }

    /** As in 城乡同步课堂; a document by its own name. */
    public String nameOf(Measure measure, Rule rule) {
        var name = Stream.concat(
                        documents(rule)
                                .filter(document -> document.code().equals(measure.code()))
                                .map(document -> document.name().in(locale)),
                        find(MEASURE + measure.of() + "." + measure.code()).stream())
                .findFirst()
                .orElseGet(() -> get(MEASURE + measure.of()));
        var pairedWith = measure.pairedWith();
        return asLabel(pairedWith == null ? name : get(LACKING + "pair", name, nameOfSchool(pairedWith)));
    }

    /** Names of documents are made for the middle of a sentence; alone, an English one begins with a capital. */
    private static String asLabel(String name) {
        return name.isEmpty()
                ? name
                : Character.toString(Character.toTitleCase(name.codePointAt(0)))
                        + name.substring(name.offsetByCodePoints(0, 1));
    }

    /** As in 数学《分数》 11月20日, or the file's name. */
    public String label(ProgressFact fact, ZoneId zone) {
        return switch (fact.fact().type()) {
            case EVIDENCE -> fact.name();
            case EXCHANGE -> get(FACT + "exchange", fact.name(), day(fact, zone));
            case ACTIVITY -> {
                var day = day(fact, zone);
                var title = fact.name().contains("《") ? fact.name() : get(FACT + "title", fact.name());
                yield Optional.ofNullable(fact.subjectCode())
                        .flatMap(source.subjects::find)
                        .map(subject -> get(FACT + "lesson", subject.name().in(locale), title, day))
                        .orElseGet(() -> get(FACT + "activity", title, day));
            }
        };
    }

    private String day(ProgressFact fact, ZoneId zone) {
        return DateTimeFormatter.ofPattern(get(FACT + "day"), locale)
                .format(fact.at().atZone(zone));
    }

    /** As in 核心校与成员校间至少 2 个学科、20 节课；上传同步课堂图片. */
    public String asks(Rule rule) {
        var asked = switch (rule) {
            case Rule.Documents _ -> Stream.<String>empty();
            case Rule.MembersCovered _ -> Stream.of(get(ASKS + "members"));
            case Rule.FreeMovement _ -> Stream.of(get(ASKS + "movement"));
            case Rule.SubjectsAndLessons(var between, var unit, var subjects, var lessons) ->
                Stream.of(atLeast(between, unit, Stream.of(get(LACKING + "subjects", subjects), count(lessons))));
            case Rule.ActivityCounts(var between, var unit, var counts) ->
                Stream.of(atLeast(between, unit, counts.stream().map(this::count)));
        };
        return Stream.concat(asked, uploads(rule)).collect(Collectors.joining(get(ASKS + "separator")));
    }

    private String atLeast(Between between, CountingUnit unit, Stream<String> counts) {
        return get(ASKS + "at-least." + unit, get(ASKS + "between." + between), list(counts));
    }

    private String count(ActivityCount count) {
        return find(LACKING + "activities." + count.activityKind(), count.atLeast())
                .orElseGet(() -> get(LACKING + "activities", count.atLeast()));
    }

    /** Documents that the product makes itself are asked of nobody. */
    private Stream<String> uploads(Rule rule) {
        return Stream.of(DocumentAsked.Need.ANY, DocumentAsked.Need.EACH).flatMap(need -> {
            var names = documents(rule)
                    .filter(document -> document.need() == need)
                    .map(document -> document.name().in(locale))
                    .toList();
            return names.isEmpty() ? Stream.empty() : Stream.of(get(ASKS + "upload." + need, list(names.stream())));
        });
    }

    private static Stream<DocumentAsked> documents(Rule rule) {
        return switch (rule) {
            case Rule.Documents asked -> asked.documents().stream();
            case Rule.MembersCovered asked -> asked.documents().stream();
            case Rule.FreeMovement asked -> asked.documents().stream();
            case Rule.SubjectsAndLessons asked -> asked.lessons().documents().stream();
            case Rule.ActivityCounts asked -> asked.counts().stream().flatMap(count -> count.documents().stream());
        };
    }

    private String list(Stream<String> parts) {
        return parts.collect(Collectors.joining(get(LACKING + "separator")));
    }

    private String get(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalStateException("no message " + key));
    }
}
