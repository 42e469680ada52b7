package org.tongke.backend.activity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * One write to an activity.
 *
 * @param revision the activity's revision after the write
 * @param recordedAt when it was written
 * @param by who wrote it, for a person
 * @param fields what changed; empty for the first write
 * @param channels channels that the activity belonged to before or after the write; empty where nobody is told of it
 */
public record ActivityChange(
        long revision, Instant recordedAt, String by, List<FieldChange> fields, Set<String> channels) {

    public ActivityChange {
        fields = List.copyOf(fields);
        channels = Set.copyOf(channels);
    }

    /** The change as far as some fields are concerned. */
    ActivityChange of(Set<ActivityField> some) {
        return new ActivityChange(
                revision,
                recordedAt,
                by,
                fields.stream()
                        .filter(field -> some.contains(ActivityField.of(field.field())))
                        .toList(),
                channels);
    }
}
