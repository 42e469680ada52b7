package org.tongke.backend.timetable;

import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What an account follows.
 *
 * @param account raw id of the account
 * @param revision how often it was written; 0 as long as it was never edited
 * @param channels keys of the channels, as they stand in {@code channels} of activities, in the order in which they were added
 */
record Timetable(String account, long revision, List<String> channels) {
    /** How many channels a timetable follows. */
    static final int MOST = 200;

    Timetable {
        channels = List.copyOf(channels);
    }

    /** The timetable with a channel more.
     *
     * @throws RefusedException FOLLOW_LIMIT */
    Timetable with(String channel) {
        if (channels.contains(channel)) {
            return this;
        }
        if (channels.size() >= MOST) {
            throw new RefusedException(Refusal.of(ErrorCode.FOLLOW_LIMIT, List.of("channelId"), MOST));
        }
        return new Timetable(
                account,
                revision + 1,
                Stream.concat(channels.stream(), Stream.of(channel)).toList());
    }

    /** The timetable without a channel. */
    Timetable without(String channel) {
        return channels.contains(channel)
                ? new Timetable(
                        account,
                        revision + 1,
                        channels.stream()
                                .filter(other -> !other.equals(channel))
                                .toList())
                : this;
    }
}
