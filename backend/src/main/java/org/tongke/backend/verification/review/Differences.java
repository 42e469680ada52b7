package org.tongke.backend.verification.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.review.CriterionChange.Kind;

/** What has changed since a community was judged. Pure. */
final class Differences {

    private Differences() {}

    /** By criterion, in their order; only those at which something has changed. */
    static List<CriterionChange> between(Seen before, List<CriterionProgress> now) {
        var was = byCode(before.stood());
        var is = byCode(now);
        return Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .sorted()
                .map(code -> between(code, was.get(code), is.get(code)))
                .filter(change -> !change.figures().isEmpty() || !change.facts().isEmpty())
                .toList();
    }

    private static Map<String, CriterionProgress> byCode(List<CriterionProgress> criteria) {
        return criteria.stream().collect(Collectors.toMap(CriterionProgress::code, Function.identity()));
    }

    private static CriterionChange between(
            String code, @Nullable CriterionProgress before, @Nullable CriterionProgress after) {
        return new CriterionChange(
                code,
                figures(before == null ? List.of() : before.measures(), after == null ? List.of() : after.measures()),
                facts(before == null ? List.of() : before.facts(), after == null ? List.of() : after.facts()));
    }

    /** What a measure measures, without its numbers. */
    private record Quantity(
            Measure.Quantity of, String code, @Nullable String pairedWith) {
        static Quantity of(Measure measure) {
            return new Quantity(measure.of(), measure.code(), measure.pairedWith());
        }
    }

    private static List<CriterionChange.Figure> figures(List<Measure> before, List<Measure> after) {
        var was = new LinkedHashMap<Quantity, Measure>();
        before.forEach(measure -> was.put(Quantity.of(measure), measure));
        var is = new LinkedHashMap<Quantity, Measure>();
        after.forEach(measure -> is.put(Quantity.of(measure), measure));
        return Stream.concat(is.keySet().stream(), was.keySet().stream())
                .distinct()
                .filter(quantity -> !Objects.equals(was.get(quantity), is.get(quantity)))
                .map(quantity -> new CriterionChange.Figure(was.get(quantity), is.get(quantity)))
                .toList();
    }

    private static List<CriterionChange.Fact> facts(List<ProgressFact> before, List<ProgressFact> after) {
        var from = laterOf(oldestKept(before), oldestKept(after));
        var was = byRef(before, from);
        var is = byRef(after, from);
        var changes = new ArrayList<CriterionChange.Fact>();
        is.forEach((ref, fact) -> {
            var old = was.get(ref);
            if (old == null) {
                changes.add(new CriterionChange.Fact(Kind.ADDED, fact));
            } else if (old.counts() != fact.counts()) {
                changes.add(new CriterionChange.Fact(fact.counts() ? Kind.COUNTS_NOW : Kind.COUNTS_NO_MORE, fact));
            }
        });
        was.forEach((ref, fact) -> {
            if (!is.containsKey(ref)) {
                changes.add(new CriterionChange.Fact(Kind.REMOVED, fact));
            }
        });
        return changes;
    }

    /** Progress keeps the newest facts alone: what is older than the oldest one kept may be there all the same. */
    private static Instant oldestKept(List<ProgressFact> facts) {
        return facts.size() < CriterionProgress.MOST_FACTS
                ? Instant.MIN
                : facts.getLast().at();
    }

    private static Instant laterOf(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<FactRef, ProgressFact> byRef(List<ProgressFact> facts, Instant from) {
        var byRef = new LinkedHashMap<FactRef, ProgressFact>();
        facts.stream().filter(fact -> !fact.at().isBefore(from)).forEach(fact -> byRef.put(fact.fact(), fact));
        return byRef;
    }
}
