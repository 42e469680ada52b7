package org.tongke.backend.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ImpersonalWords;

/**
 * A lesson or another activity, as the public sees it.
 *
 * @param title its title; null where the title tells of a person
 * @param kindCode what it is
 * @param subjectCode what is taught; null where it is no subject
 * @param gradeCode which year of school the class is in; null if it is not known
 * @param schoolNames full names of the schools that take part, the reporting one first
 * @param communityId raw id of its community
 * @param communityName name of its community
 * @param startsAt when it begins
 * @param endsAt when it ends
 * @param state whether it is to take place
 */
public record PublicLesson(
        @Nullable String title,
        String kindCode,
        @Nullable String subjectCode,
        @Nullable String gradeCode,
        List<String> schoolNames,
        String communityId,
        String communityName,
        Instant startsAt,
        Instant endsAt,
        ActivityState state) {
    public PublicLesson {
        schoolNames = List.copyOf(schoolNames);
    }

    static PublicLesson of(Activity activity) {
        return new PublicLesson(
                ImpersonalWords.title(activity).orElse(null),
                activity.kindCode(),
                activity.subjectCode(),
                activity.gradeCode(),
                activity.schools().stream().map(ActivitySchool::name).toList(),
                activity.communityId(),
                activity.communityName(),
                activity.startsAt(),
                activity.endsAt(),
                activity.state());
    }
}
