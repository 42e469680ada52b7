package org.tongke.backend.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tongke.backend.replay.Stage.Reader;

/**
 * What must be seen after a script, found out from the script alone, as plainly as possible: it goes through everything that was said,
 * keeps it in maps, and looks at all of it for each question. What the rules say, and where they stand:
 *
 * <ul>
 *   <li>The greatest revision counts, whatever comes last; of a batch, too ({@code docs/suppliers.md}).
 *   <li>Reports of different suppliers with one community, start and class are one lesson (decision 8).
 *   <li>A week shows where lessons stand and the places that they left; a notice tells each change; an event a lesson ({@code
 *       schema.graphqls}, section timetable).
 * </ul>
 */
final class Oracle {
    private static final Comparator<Report> SHOWN_FIRST =
            Comparator.comparing((Report report) -> report.now().cancelled()).thenComparing(Report::id);

    private final Stage stage;
    private final Map<String, Report> reports = new LinkedHashMap<>();
    private final Map<String, Wish> wishes = new HashMap<>();
    /** By what reports of one lesson have in common: the channels of all that ever had it. */
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    /** By the same: the suppliers of these. */
    private final Map<String, Set<String>> suppliers = new HashMap<>();
    /** By lesson: all that its reports ever had. */
    private final Map<String, Set<String>> keys = new HashMap<>();

    private Oracle(Stage stage) {
        this.stage = stage;
        stage.readers().forEach(reader -> wishes.put(reader.account(), new Wish(reader)));
    }

    /** What is so when all have done their steps. Nobody's steps change what those of another lead to. */
    static Oracle after(Stage stage, Script script) {
        var oracle = new Oracle(stage);
        script.actors().forEach(steps -> steps.forEach(oracle::hear));
        return oracle;
    }

    private void hear(Step step) {
        switch (step) {
            case Step.Batch batch ->
                newest(batch).forEach(said -> {
                    var known = reports.get(said.id());
                    if (known == null || said.revision() > known.now().revision()) {
                        take(said, said.supplierName(), "account-" + said.supplier());
                    }
                });
            case Step.Hand hand -> {
                var known = reports.get(hand.after().id());
                // sent again, or nothing new: no change
                if (known == null || !Words.changes(known.now(), hand.after()).isEmpty()) {
                    take(hand.after(), hand.after().taught().name(), hand.account());
                }
            }
            case Step.Choice choice -> wish(choice.reader()).chooses(choice);
        }
    }

    /** What a batch says of each lesson in the end. */
    private static List<Said> newest(Step.Batch batch) {
        var newest = new LinkedHashMap<String, Said>();
        for (var row : batch.rows()) {
            if (!row.broken()) {
                newest.merge(
                        row.said().id(), row.said(), (one, other) -> other.revision() > one.revision() ? other : one);
            }
        }
        return List.copyOf(newest.values());
    }

    private void take(Said said, String by, String account) {
        var known = reports.get(said.id());
        if (known == null) {
            reports.put(said.id(), new Report(said));
        } else {
            known.says(said, by, account);
        }
        var key = said.lessonKey();
        if (key != null) {
            neighbours.computeIfAbsent(key, any -> new TreeSet<>()).addAll(said.channels());
            suppliers.computeIfAbsent(key, any -> new TreeSet<>()).add(said.supplier());
            keys.computeIfAbsent(said.id(), any -> new TreeSet<>()).add(key);
        }
    }

    Stage stage() {
        return stage;
    }

    Wish wish(Reader reader) {
        return Objects.requireNonNull(wishes.get(reader.account()));
    }

    /** Channels of all reports that ever had the key that a report has: for a while these may have been one lesson. */
    Set<String> neighbours(Said said) {
        var key = said.lessonKey();
        return key == null ? said.channels() : neighbours.getOrDefault(key, Set.of());
    }

    /** Whether no other supplier ever reported the lesson: then nobody but its own supplier has written it. */
    boolean isAlone(String id) {
        return keys.getOrDefault(id, Set.of()).stream()
                .allMatch(key -> suppliers.getOrDefault(key, Set.of()).size() == 1);
    }

    /** How often a report was written. */
    int writesOf(String id) {
        return Objects.requireNonNull(reports.get(id)).writes();
    }

    /** All lessons. */
    List<Lesson> lessons() {
        var lessons = new ArrayList<Lesson>();
        var alike = new LinkedHashMap<String, List<Report>>();
        for (var report : reports.values()) {
            var key = report.now().lessonKey();
            if (key == null) {
                lessons.add(Lesson.of(List.of(report)));
            } else {
                alike.computeIfAbsent(key, any -> new ArrayList<>()).add(report);
            }
        }
        for (var same : alike.values()) {
            var together = oneOfEachSupplier(same);
            lessons.add(Lesson.of(together));
            same.stream()
                    .filter(report -> !together.contains(report))
                    .forEach(alone -> lessons.add(Lesson.of(List.of(alone))));
        }
        return lessons;
    }

    /** A supplier knows its own lessons apart: of each at most one joins. */
    private static List<Report> oneOfEachSupplier(List<Report> alike) {
        var joined = new LinkedHashMap<String, Report>();
        alike.stream()
                .sorted(SHOWN_FIRST)
                .forEach(report -> joined.putIfAbsent(report.now().supplier(), report));
        return List.copyOf(joined.values());
    }
}
