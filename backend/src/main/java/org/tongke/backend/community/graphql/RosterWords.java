package org.tongke.backend.community.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.community.roster.ProblemKind;
import org.tongke.backend.community.roster.RosterChange;
import org.tongke.backend.community.roster.RosterProblem;
import org.tongke.backend.community.roster.SheetPlace;

/** What is wrong with a roster, and what was changed in it, in words. */
@Component
class RosterWords {
    private final Texts texts;

    RosterWords(Texts texts) {
        this.texts = texts;
    }

    /** {@code RosterProblem} in the schema. */
    record Problem(
            String kind,
            ProblemKind.Severity severity,
            String severityLabel,
            @Nullable String sheet,
            @Nullable Integer row,
            @Nullable String column,
            String message,
            String fix,
            @Nullable String name,
            List<Suggestion> suggestions,
            @Nullable String reasonFor) {}

    /** {@code RosterSuggestion} in the schema. */
    record Suggestion(String schoolId, String name) {}

    List<Problem> problems(List<RosterProblem> problems, Locale locale) {
        return problems.stream().map(problem -> problem(problem, locale)).toList();
    }

    private Problem problem(RosterProblem problem, Locale locale) {
        var arguments = problem.arguments().toArray();
        var severity = problem.kind().severity();
        return new Problem(
                problem.kind().name(),
                severity,
                texts.get("roster.severity." + severity, locale),
                sheetOf(problem.place()),
                rowOf(problem.place()),
                Optional.ofNullable(problem.place())
                        .map(SheetPlace::columnName)
                        .filter(name -> !name.isEmpty())
                        .orElse(null),
                texts.get("roster.problem." + problem.kind(), locale, arguments),
                texts.get("roster.fix." + problem.kind(), locale, arguments),
                problem.name(),
                problem.suggestions().stream()
                        .map(school -> new Suggestion(school.globalId().encode(), school.name()))
                        .toList(),
                Optional.ofNullable(problem.reasonFor())
                        .map(id -> new GlobalId("School", id).encode())
                        .orElse(null));
    }

    static @Nullable String sheetOf(@Nullable SheetPlace place) {
        return place == null || place.sheet().isEmpty() ? null : place.sheet();
    }

    static @Nullable Integer rowOf(@Nullable SheetPlace place) {
        return place == null || place.row() == 0 ? null : place.row();
    }

    List<String> changes(RosterChange change, Locale locale) {
        return change.fields().stream().map(field -> words(field, locale)).toList();
    }

    private String words(FieldChange change, Locale locale) {
        return switch (change.field()) {
            case "row" -> rowWords(change, locale);
            case "state" ->
                texts.get(
                        "roster.change.state",
                        locale,
                        new Phrase("roster.state." + change.before()),
                        new Phrase("roster.state." + change.after()));
            case "reopening" ->
                texts.get("roster.change.reopening", locale, new Phrase("roster.stage." + change.after()));
            case "reason" ->
                texts.get(
                        "roster.change.reason",
                        locale,
                        Optional.ofNullable(change.after()).orElse(""));
            default ->
                texts.get(
                        "roster.change.head",
                        locale,
                        Optional.ofNullable(change.after()).orElse(""));
        };
    }

    private String rowWords(FieldChange change, Locale locale) {
        var before = Optional.ofNullable(change.before()).map(told -> row(told, locale));
        var after = Optional.ofNullable(change.after()).map(told -> row(told, locale));
        if (before.isEmpty()) {
            return texts.get("roster.change.added", locale, after.orElse(""));
        }
        return after.isEmpty()
                ? texts.get("roster.change.dropped", locale, before.get())
                : texts.get("roster.change.changed", locale, before.get(), after.get());
    }

    /** {@code MODE core ← members}, with the mode in words. */
    private String row(String told, Locale locale) {
        var space = told.indexOf(' ');
        return texts.get("roster.mode." + told.substring(0, space), locale) + told.substring(space);
    }
}
