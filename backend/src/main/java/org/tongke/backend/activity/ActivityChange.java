package org.tongke.backend.activity;

import java.time.Instant;
import java.util.List;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * One write to an activity.
 *
 * @param revision the activity's revision after the write
 * @param recordedAt when it was written
 * @param by who wrote it, for a person
 * @param fields what changed; empty for the first write
 */
public record ActivityChange(long revision, Instant recordedAt, String by, List<FieldChange> fields) {

    public ActivityChange {
        fields = List.copyOf(fields);
    }
}
