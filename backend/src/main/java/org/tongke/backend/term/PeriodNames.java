package org.tongke.backend.term;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;

/** Periods and places among them, in words. */
@Component
public class PeriodNames {
    private final Texts texts;

    PeriodNames(Texts texts) {
        this.texts = texts;
    }

    /** What a period is called. */
    public String of(Period period, Locale locale) {
        return period.name() == null ? texts.get("term.period", locale, period.number()) : period.name();
    }

    /** What a place is called, as in 第3节, 第3–4节, 第3、4节之间, 第1节前, 放学后. */
    public String of(PeriodPlace place, Locale locale) {
        return switch (place) {
            case PeriodPlace.In(var periods) -> of(periods, locale);
            case PeriodPlace.Between(var before, var after) -> {
                var areNumbered = before.name() == null && after.name() == null;
                yield areNumbered
                        ? texts.get("term.between.numbered", locale, before.number(), after.number())
                        : texts.get("term.between.named", locale, of(before, locale), of(after, locale));
            }
            case PeriodPlace.BeforeAll(var first) -> texts.get("term.beforeAll", locale, of(first, locale));
            case PeriodPlace.AfterAll _ -> texts.get("term.afterAll", locale);
        };
    }

    private String of(List<Period> periods, Locale locale) {
        var first = periods.getFirst();
        var last = periods.getLast();
        var areInARow = IntStream.range(0, periods.size())
                .allMatch(index ->
                        periods.get(index).name() == null && periods.get(index).number() == first.number() + index);
        return periods.size() > 1 && areInARow
                ? texts.get("term.periods.numbered", locale, first.number(), last.number())
                : periods.stream()
                        .map(period -> of(period, locale))
                        .collect(Collectors.joining(texts.get("term.and", locale)));
    }
}
