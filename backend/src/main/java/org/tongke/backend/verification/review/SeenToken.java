package org.tongke.backend.verification.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.evaluation.Measure;

/**
 * What a reviewer saw, short enough to be sent along with the decision: the figures of each criterion, and a fingerprint of its facts
 * and files. From it alone follows what has changed since, so nothing is kept for those who only look.
 *
 * @param criteria figures and fingerprint by criterion
 */
record SeenToken(Map<String, Figures> criteria) {
    private static final int FINGERPRINT = 12;
    private static final String BETWEEN_CRITERIA = ";";
    private static final String BETWEEN_PARTS = ":";

    /**
     * A criterion in short.
     *
     * @param numbers what was there of each measure, as in {@code 2, 20, 1}
     * @param fingerprint of its facts and files
     */
    record Figures(String numbers, String fingerprint) {}

    /**
     * Something that is not as it was seen.
     *
     * @param code number of the criterion
     * @param before figures as they were seen
     * @param after figures as they are; the same where only facts or files have changed
     */
    record Difference(String code, String before, String after) {}

    static SeenToken of(List<CriterionProgress> criteria, List<SeenFile> files) {
        var figures = new TreeMap<String, Figures>();
        for (var criterion : criteria) {
            figures.put(criterion.code(), new Figures(numbers(criterion), fingerprint(criterion, files)));
        }
        return new SeenToken(figures);
    }

    private static String numbers(CriterionProgress criterion) {
        return criterion.measures().stream()
                .map(Measure::present)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String fingerprint(CriterionProgress criterion, List<SeenFile> files) {
        var facts = criterion.facts().stream().map(fact -> fact.fact() + " " + fact.reason());
        var proofs = files.stream()
                .filter(file -> file.criterion().equals(criterion.code()))
                .map(file -> file.evidenceId() + " " + file.sha256());
        var all = Stream.concat(facts, proofs).sorted().collect(Collectors.joining("\n"));
        return Sha256.of(all).substring(0, FINGERPRINT);
    }

    String encode() {
        var text = criteria.entrySet().stream()
                .map(one -> String.join(
                        BETWEEN_PARTS,
                        one.getKey(),
                        one.getValue().numbers(),
                        one.getValue().fingerprint()))
                .collect(Collectors.joining(BETWEEN_CRITERIA));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was encoded; empty if this is nothing that was. */
    static Optional<SeenToken> decode(String encoded) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var figures = new TreeMap<String, Figures>();
            for (var criterion : text.split(BETWEEN_CRITERIA, -1)) {
                var parts = criterion.split(BETWEEN_PARTS, -1);
                if (parts.length != 3) {
                    return Optional.empty();
                }
                figures.put(parts[0], new Figures(parts[1], parts[2]));
            }
            return Optional.of(new SeenToken(figures));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What is otherwise now, in the order of the criteria. */
    List<Difference> until(SeenToken now) {
        var nothing = new Figures("", "");
        var codes = new TreeMap<String, Figures>(criteria);
        codes.putAll(now.criteria);
        var differences = new ArrayList<Difference>();
        for (var code : codes.keySet()) {
            var before = criteria.getOrDefault(code, nothing);
            var after = now.criteria.getOrDefault(code, nothing);
            if (!before.equals(after)) {
                differences.add(new Difference(code, before.numbers(), after.numbers()));
            }
        }
        return differences;
    }
}
