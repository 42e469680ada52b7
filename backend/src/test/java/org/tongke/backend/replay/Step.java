package org.tongke.backend.replay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.replay.Stage.Platform;
import org.tongke.backend.replay.Stage.Reader;

/** What one of those who act does: one request, or one and what is asked before it. Each can be sent again. */
sealed interface Step {

    /** A supplier sends rows. */
    record Batch(Platform platform, UUID id, List<Row> rows) implements Step {}

    /**
     * A row.
     *
     * @param broken whether it says nothing of when the lesson ends, so that it must be refused
     */
    record Row(Said said, boolean broken) {}

    /**
     * A school enters or changes a lesson by hand.
     *
     * @param token of a clerk, or of a teacher who reads, too
     * @param account raw id of the account
     * @param before as it is before; null for a new one
     */
    record Hand(String token, String account, @Nullable Said before, Said after) implements Step {}

    /** What a reader can do. */
    enum Choosing {
        FOLLOW,
        UNFOLLOW,
        HIDE,
        SHOW,
        ADD,
        HIDE_SERIES
    }

    /** A reader chooses what the own timetable shows, as in {@code FOLLOW Community:7}. */
    record Choice(Reader reader, Choosing what, String thing) implements Step {}
}
