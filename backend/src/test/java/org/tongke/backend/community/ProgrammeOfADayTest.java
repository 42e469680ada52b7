package org.tongke.backend.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which programme something belongs to, by the day in Shanghai on which it happens. */
class ProgrammeOfADayTest {
    private static final Instant NEXT_YEAR = Instant.parse("2022-05-01T00:00:00Z");

    private final Programmes both =
            new Programmes(Clock.fixed(NEXT_YEAR, ZoneOffset.UTC), true, List.of(), code -> true);
    private final Programmes alone =
            new Programmes(Clock.fixed(NEXT_YEAR, ZoneOffset.UTC), false, List.of(), code -> true);

    @Test
    void isTheOneThatRunsThen() {
        assertThat(both.at(Instant.parse("2021-12-31T15:59:59Z")).id()).isEqualTo("2021");
        assertThat(both.at(Instant.parse("2021-12-31T16:00:00Z")).id()).isEqualTo("2022-demo");
        assertThat(both.current().id()).isEqualTo("2022-demo");
    }

    @Test
    void isTheNewestWhereNoneRuns() {
        assertThat(both.at(Instant.parse("2019-05-01T00:00:00Z")).id()).isEqualTo("2022-demo");
        assertThat(alone.at(NEXT_YEAR).id()).isEqualTo("2021");
    }
}
