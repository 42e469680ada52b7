package org.tongke.backend.timetable.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.id.GlobalId;

/** Id of a notice, which tells its place among all: so it says how far was read even when the notice is told no more. */
final class NoticeId {
    private static final String TYPE = "Notice";
    private static final Pattern RAW = Pattern.compile("(\\d{1,15})\\.(\\d{1,16})\\.(.+)", Pattern.DOTALL);

    private NoticeId() {}

    static GlobalId of(ChangePlace place) {
        return new GlobalId(
                TYPE, place.recordedAt().toEpochMilli() + "." + place.revision() + "." + place.activityId());
    }

    /** The place of a notice; empty if this is no notice's id. */
    static Optional<ChangePlace> find(String noticeId) {
        return GlobalId.rawOf(TYPE, noticeId)
                .map(RAW::matcher)
                .filter(raw -> raw.matches())
                .map(raw -> new ChangePlace(
                        Instant.ofEpochMilli(Long.parseLong(raw.group(1))),
                        raw.group(3),
                        Long.parseLong(raw.group(2))));
    }
}
