package org.tongke.backend.activity;

import org.tongke.backend.community.programme.Wording;

/**
 * What an activity can be.
 *
 * @param code code, as in SYNCED_LESSON
 * @param name name, as in 城乡同步课堂
 * @param subjectRequired whether a report must say what is taught
 * @param attributes what activities of this kind have besides
 * @param revision how often it was written
 */
public record ActivityKind(
        String code, Wording name, boolean subjectRequired, AttributeSchema attributes, long revision) {

    /** Whether nothing but the revision differs. */
    boolean saysTheSameAs(ActivityKind other) {
        return code.equals(other.code)
                && name.equals(other.name)
                && subjectRequired == other.subjectRequired
                && attributes.equals(other.attributes);
    }

    ActivityKind withRevision(long number) {
        return new ActivityKind(code, name, subjectRequired, attributes, number);
    }
}
