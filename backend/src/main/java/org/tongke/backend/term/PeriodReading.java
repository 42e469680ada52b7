package org.tongke.backend.term;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/** Reads the periods of a day and finds all that is wrong with them. Pure. */
final class PeriodReading {
    private static final String PERIODS = "periods";
    private static final int LARGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 20;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final List<Refusal> wrong = new ArrayList<>();
    private final List<Period> periods = new ArrayList<>();

    private PeriodReading() {}

    /**
     * The periods.
     *
     * @throws RefusedException all that is wrong, each with its place: REQUIRED, OUT_OF_RANGE, TOO_LONG, MALFORMED,
     *     TIMES_BACKWARDS, PERIODS_OVERLAP
     */
    static List<Period> read(List<PeriodWords> said) {
        if (said.isEmpty()) {
            throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of(PERIODS)));
        }
        if (said.size() > BellSchedule.MOST_PERIODS) {
            throw new RefusedException(
                    Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(PERIODS), 1, BellSchedule.MOST_PERIODS));
        }
        var reading = new PeriodReading();
        for (int index = 0; index < said.size(); index++) {
            reading.read(index, said.get(index));
        }
        if (!reading.wrong.isEmpty()) {
            throw new RefusedException(reading.wrong);
        }
        return reading.periods;
    }

    private void read(int index, PeriodWords said) {
        var last = periods.isEmpty() ? Optional.<Period>empty() : Optional.of(periods.getLast());
        var least = last.map(period -> period.number() + 1).orElse(0);
        if (said.number() < least || said.number() > LARGEST_NUMBER) {
            refuse(ErrorCode.OUT_OF_RANGE, index, "number", Math.min(least, LARGEST_NUMBER), LARGEST_NUMBER);
        }
        var name = name(index, said.name());
        var from = findTime(index, "from", said.from());
        var to = findTime(index, "to", said.to());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (!from.get().isBefore(to.get())) {
            refuse(ErrorCode.TIMES_BACKWARDS, index, "to");
            return;
        }
        if (last.filter(before -> from.get().isBefore(before.to())).isPresent()) {
            refuse(ErrorCode.PERIODS_OVERLAP, index, "from");
        }
        periods.add(new Period(said.number(), name, from.get(), to.get()));
    }

    private @Nullable String name(int index, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        var name = said.strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            refuse(ErrorCode.TOO_LONG, index, "name", LONGEST_NAME);
        }
        if (name.codePoints().anyMatch(PeriodReading::isHarmful)) {
            refuse(ErrorCode.MALFORMED, index, "name", "…");
        }
        return name;
    }

    private static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private Optional<LocalTime> findTime(int index, String field, String said) {
        if (!TIME.matcher(said).matches()) {
            refuse(ErrorCode.MALFORMED, index, field, "HH:mm");
            return Optional.empty();
        }
        return Optional.of(LocalTime.parse(said));
    }

    private void refuse(ErrorCode code, int index, String field, Object... arguments) {
        wrong.add(Refusal.of(code, List.of(PERIODS, Integer.toString(index), field), arguments));
    }
}
