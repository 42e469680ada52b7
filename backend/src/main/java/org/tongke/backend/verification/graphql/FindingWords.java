package org.tongke.backend.verification.graphql;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.words.Words;

/** The words for what was seen and what has changed. */
@Component
class FindingWords {
    private final Words.Source words;
    private final Schools schools;
    private final Programmes programmes;
    private final ZoneId zone;

    FindingWords(Words.Source words, Schools schools, Programmes programmes, ZoneId zone) {
        this.words = words;
        this.schools = schools;
        this.programmes = programmes;
        this.zone = zone;
    }

    /** The words of a language for some measures. One round trip, for the names of schools; none where they name none. */
    In in(Locale locale, List<Measure> measures) {
        var named = measures.stream()
                .map(Measure::pairedWith)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new In(words.in(locale, schools.namesOf(named)));
    }

    /** The label of a fact. */
    String label(ProgressFact fact, Locale locale) {
        return words.in(locale, Map.of()).label(fact, zone);
    }

    /** The words of one language. */
    final class In {
        private final Words language;

        private In(Words language) {
            this.language = language;
        }

        /** The name of a measure, as the standard of a programme calls it. */
        String nameOf(Measure measure, String programmeId, Mode mode, String criterion) {
            return programmes.find(programmeId).stream()
                    .flatMap(programme -> programme.standard().criteria(mode).stream())
                    .filter(one -> one.id().equals(criterion))
                    .findFirst()
                    .map(one -> language.nameOf(measure, one.rule()))
                    .orElseGet(measure::code);
        }

        CriterionController.Fact fact(ProgressFact fact) {
            return CriterionController.fact(fact, language, zone, false);
        }

        CriterionController.Measure measure(Measure measure, String programmeId, Mode mode, String criterion) {
            return new CriterionController.Measure(
                    nameOf(measure, programmeId, mode, criterion), measure.present(), measure.needed());
        }
    }
}
