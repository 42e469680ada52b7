package org.tongke.backend.timetable;

import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What an account follows, shows, hides and has entered of its own.
 *
 * @param account raw id of the account
 * @param revision how often it was written; 0 as long as it was never edited
 * @param following what it follows
 * @param selection what it shows and hides besides
 * @param own what it has entered of its own
 * @param named its parts that have a name, in the order in which they were made
 */
record Timetable(
        String account,
        long revision,
        Followed following,
        Selection selection,
        OwnPlans own,
        List<NamedTimetable> named) {
    /** How many channels a timetable follows. */
    static final int MOST = 200;

    Timetable {
        named = List.copyOf(named);
    }

    /**
     * What an account follows.
     *
     * @param channels keys of the channels, as they stand in {@code channels} of activities, in the order in which they were added
     * @param chosen whether its owner chose them; else they follow from the account's schools
     */
    record Followed(List<String> channels, boolean chosen) {
        Followed {
            channels = List.copyOf(channels);
        }
    }

    /** A timetable that nobody edited. */
    static Timetable unedited(String account, List<String> channels) {
        return new Timetable(account, 0, new Followed(channels, false), Selection.NONE, OwnPlans.NONE, List.of());
    }

    /** Keys of the channels, in the order in which they were added. */
    List<String> channels() {
        return following.channels();
    }

    /** The timetable with a channel more.
     *
     * @throws RefusedException FOLLOW_LIMIT */
    Timetable with(String channel) {
        if (channels().contains(channel)) {
            return this;
        }
        if (channels().size() >= MOST) {
            throw new RefusedException(Refusal.of(ErrorCode.FOLLOW_LIMIT, List.of("channelId"), MOST));
        }
        return following(Stream.concat(channels().stream(), Stream.of(channel)).toList());
    }

    /** The timetable without a channel. */
    Timetable without(String channel) {
        return channels().contains(channel)
                ? following(channels().stream()
                        .filter(other -> !other.equals(channel))
                        .toList())
                : this;
    }

    private Timetable following(List<String> newChannels) {
        return new Timetable(account, revision, new Followed(newChannels, true), selection, own, named);
    }

    /** The timetable of somebody who did not choose: with the channels that follow from the account's schools. */
    Timetable followingByItself(List<String> newChannels) {
        return new Timetable(account, revision, new Followed(newChannels, false), selection, own, named);
    }

    /** The timetable with another selection. */
    Timetable with(Selection newSelection) {
        return new Timetable(account, revision, following, newSelection, own, named);
    }

    /** The timetable with other plans. */
    Timetable with(OwnPlans newPlans) {
        return new Timetable(account, revision, following, selection, newPlans, named);
    }

    /** The timetable with other named parts. */
    Timetable with(List<NamedTimetable> newNamed) {
        return new Timetable(account, revision, following, selection, own, newNamed);
    }

    /** The timetable as it is written next. */
    Timetable next() {
        return new Timetable(account, revision + 1, following, selection, own, named);
    }
}
