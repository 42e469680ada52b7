package org.tongke.backend.exchange.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

@BackendTest
class WholeBatchTest {
    private final Platform platform;

    WholeBatchTest(ApplicationContext application) {
        platform = Scene.in(application).platform("云课");
    }

    @Test
    void ofMoreThanFiveHundredRowsIsRefusedAndLeavesNothing() {
        var batch = UUID.randomUUID();
        assertThat(refusal(batch, rows(Batches.MOST_ROWS + 1)))
                .isEqualTo(Refusal.of(ErrorCode.BATCH_TOO_LARGE, List.of("activities"), 500));
        assertThat(platform.find("L0")).isEmpty();
        assertThat(platform.findBatch(batch)).isEmpty();
    }

    @Test
    void withoutRowsIsRefused() {
        assertThat(refusal(UUID.randomUUID(), List.of()))
                .isEqualTo(Refusal.of(ErrorCode.REQUIRED, List.of("activities")));
    }

    @Test
    void ofFiveHundredRowsIsTaken() {
        assertThat(platform.sends(rows(Batches.MOST_ROWS)).lines())
                .hasSize(500)
                .allMatch(line -> line.endsWith("APPLIED"));
        assertThat(platform.find("L499")).isPresent();
    }

    private Refusal refusal(UUID batch, List<Row> rows) {
        return catchThrowableOfType(RefusedException.class, () -> platform.sends(batch, rows))
                .refusals()
                .getFirst();
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> lesson("L" + number))
                .toList();
    }
}
