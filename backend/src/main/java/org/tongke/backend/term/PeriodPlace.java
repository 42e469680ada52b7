package org.tongke.backend.term;

import java.util.List;

/** Where something stands among the periods of a day. */
public sealed interface PeriodPlace {
    /**
     * It takes periods.
     *
     * @param periods one at least, in the order of the day
     */
    record In(List<Period> periods) implements PeriodPlace {
        public In {
            periods = List.copyOf(periods);
        }
    }

    /** It lies between two periods, or takes no more than half of each. */
    record Between(Period before, Period after) implements PeriodPlace {}

    /** It lies before the first period. */
    record BeforeAll(Period first) implements PeriodPlace {}

    /** It lies after the last period. */
    record AfterAll(Period last) implements PeriodPlace {}
}
