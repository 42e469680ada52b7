package org.tongke.backend.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity may have besides that without which it could not be held.
 *
 * @param gradeCode code of the grade; null if it is not known
 * @param series the series that it belongs to; null if to none
 * @param materials what to read or watch; at most 20
 * @param recordingUrl where its recording can be seen; null if there is none
 * @param attributes values that only its kind has, in the order of their codes
 * @param cancelReason why a school called it off; null if it did not, or did not say
 */
public record ActivityDetails(
        @Nullable String gradeCode,
        @Nullable CourseSeries series,
        List<Material> materials,
        @Nullable String recordingUrl,
        List<ActivityAttribute> attributes,
        @Nullable String cancelReason) {
    /** Nothing more. */
    public static final ActivityDetails NONE = new ActivityDetails(null, null, List.of(), null, List.of());

    /** What one has that was not called off by a school. */
    public ActivityDetails(
            @Nullable String gradeCode,
            @Nullable CourseSeries series,
            List<Material> materials,
            @Nullable String recordingUrl,
            List<ActivityAttribute> attributes) {
        this(gradeCode, series, materials, recordingUrl, attributes, null);
    }

    public ActivityDetails {
        materials = List.copyOf(materials);
        attributes = List.copyOf(attributes);
    }

    /** The same with another grade. */
    ActivityDetails withGrade(@Nullable String code) {
        return new ActivityDetails(code, series, materials, recordingUrl, attributes, cancelReason);
    }

    /** The same, called off for a reason. */
    ActivityDetails cancelledFor(@Nullable String reason) {
        return new ActivityDetails(gradeCode, series, materials, recordingUrl, attributes, reason);
    }
}
