package org.tongke.backend.timetable.notice;

import java.time.Instant;
import java.util.List;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ToldChange;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * A change of an activity that its reader is told of.
 *
 * @param told the change
 * @param unread whether it was not read yet, on any device
 */
public record Notice(ToldChange told, boolean unread) {

    /** What it is about. */
    public NoticeKind kind() {
        return NoticeKind.of(fields());
    }

    /** The activity as it stands now. */
    public Activity activity() {
        return told.activity();
    }

    /** What changed. */
    public List<FieldChange> fields() {
        return told.change().fields();
    }

    /** Who changed it, for a person. */
    public String by() {
        return told.change().by();
    }

    /** When it was changed. */
    public Instant recordedAt() {
        return told.change().recordedAt();
    }

    /** Global id, for {@link Notices#read}. */
    public GlobalId globalId() {
        return NoticeId.of(told.place());
    }
}
