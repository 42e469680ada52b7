package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.RowCounts;

/** Figures of suppliers in words. */
final class ExchangeWords {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    private ExchangeWords() {}

    /** How long, in the unit that a person would use; a dash for nothing. */
    static String lag(@Nullable Integer seconds) {
        if (seconds == null) {
            return text("exchange.none");
        }
        if (seconds == 0) {
            return text("exchange.instant");
        }
        if (seconds < 2 * MINUTE) {
            return text("exchange.seconds", seconds);
        }
        if (seconds < 2 * HOUR) {
            return text("exchange.minutes", seconds / MINUTE);
        }
        return seconds < 2 * DAY ? text("exchange.hours", seconds / HOUR) : text("exchange.days", seconds / DAY);
    }

    /** Day and time; a word for never. */
    static String at(@Nullable OffsetDateTime at) {
        return at == null ? text("exchange.never") : Formats.day(at) + " " + Formats.time(at);
    }

    /** Rows by result, without results that no row has. */
    static String counts(RowCounts counts) {
        var words = new ArrayList<String>();
        add(words, "exchange.counts.applied", counts.getApplied());
        add(words, "exchange.counts.unchanged", counts.getUnchanged());
        add(words, "exchange.counts.older", counts.getOlder());
        add(words, "exchange.counts.quarantined", counts.getQuarantined());
        add(words, "exchange.counts.refused", counts.getRefused());
        return words.isEmpty() ? text("exchange.counts.none") : String.join(" · ", words);
    }

    private static void add(List<String> words, String key, int rows) {
        if (rows > 0) {
            words.add(text(key, rows));
        }
    }
}
