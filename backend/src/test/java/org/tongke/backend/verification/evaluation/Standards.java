package org.tongke.backend.verification.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.community.programme.Standard;

/** The standard of 2021 read otherwise. */
final class Standards {

    private Standards() {}

    /** With pictures of lessons needed otherwise. */
    static Standard withPictures(Mode mode, DocumentAsked.Need need) {
        return withLessons(mode, rule -> {
            var lessons = rule.lessons();
            var documents = lessons.documents().stream()
                    .map(d -> d.code().equals("LESSON_PICTURE")
                            ? new DocumentAsked(d.code(), d.kinds(), need, d.name())
                            : d)
                    .toList();
            var count = new Rule.ActivityCount(lessons.activityKind(), lessons.atLeast(), documents);
            return new Rule.SubjectsAndLessons(rule.between(), rule.unit(), rule.subjects(), count);
        });
    }

    /** With lessons counted for each pair of core school and member. */
    static Standard countedPerPair(Mode mode) {
        return withLessons(
                mode,
                rule -> new Rule.SubjectsAndLessons(
                        rule.between(), Rule.CountingUnit.PAIR, rule.subjects(), rule.lessons()));
    }

    private static Standard withLessons(Mode mode, UnaryOperator<Rule.SubjectsAndLessons> change) {
        var standard = Facts.PROGRAMME.standard();
        var modes = new EnumMap<Mode, List<Criterion>>(standard.modes());
        modes.put(
                mode,
                standard.criteria(mode).stream()
                        .map(criterion -> criterion.rule() instanceof Rule.SubjectsAndLessons rule
                                ? new Criterion(criterion.id(), criterion.place(), criterion.name(), change.apply(rule))
                                : criterion)
                        .toList());
        return new Standard(standard.assessedLocally(), modes);
    }
}
