package org.tongke.backend.verification.evaluation;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A teacher working at another school from a day to a day, both included.
 *
 * @param id id of the exchange period
 * @param fromSchool id of the school the teacher belongs to
 * @param toSchool id of the school the teacher works at
 * @param fromOn first day
 * @param toOn last day
 * @param backbone whether the teacher is a backbone teacher (骨干教师)
 */
public record ExchangeFact(
        String id, String fromSchool, String toSchool, LocalDate fromOn, LocalDate toOn, boolean backbone) {

    static final Comparator<ExchangeFact> ORDER = Comparator.comparing(ExchangeFact::id)
            .thenComparing(ExchangeFact::fromOn)
            .thenComparing(ExchangeFact::toOn)
            .thenComparing(ExchangeFact::fromSchool)
            .thenComparing(ExchangeFact::toSchool)
            .thenComparing(ExchangeFact::backbone);

    public ExchangeFact {
        if (toOn.isBefore(fromOn)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
    }
}
