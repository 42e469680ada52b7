package org.tongke.backend.timetable.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.ImpersonalWords;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.EntryReason;
import org.tongke.backend.timetable.SlotState;
import org.tongke.backend.timetable.WeekEntry;

/**
 * A place in somebody's week, as people see it who have a link: no other person, no way to join, nothing that leads further.
 *
 * @param title its title; null where the title tells of a person
 * @param kindCode what it is
 * @param subjectCode what is taught; null where it is no subject
 * @param className class of the owner's school, else of the lesson; null if it is not told, or tells of a person
 * @param schoolNames full names of the schools that take part, the reporting one first
 * @param room room in the owner's school; null if it is not told, or tells of a person
 * @param own whether the owner teaches, helps or attends; else it is only followed, or was added
 * @param role what the owner does in it; null where he or she is not named
 * @param startsAt when this place begins
 * @param endsAt when this place ends
 * @param slot what stands here
 * @param movedTo where it stands now; null unless it was moved away
 * @param movedFrom where it came from; null unless it was moved here
 */
public record SharedLesson(
        @Nullable String title,
        String kindCode,
        @Nullable String subjectCode,
        @Nullable String className,
        List<String> schoolNames,
        @Nullable String room,
        boolean own,
        @Nullable TeachingRole role,
        Instant startsAt,
        Instant endsAt,
        SlotState slot,
        @Nullable Instant movedTo,
        @Nullable Instant movedFrom) {

    public SharedLesson {
        schoolNames = List.copyOf(schoolNames);
    }

    static SharedLesson of(WeekEntry entry, Viewer owner) {
        var activity = entry.activity();
        var own = activity.schools().stream()
                .filter(school -> owner.places().contains(PlaceKey.school(school.schoolId())))
                .findFirst();
        return new SharedLesson(
                ImpersonalWords.title(activity).orElse(null),
                activity.kindCode(),
                activity.subjectCode(),
                own.map(ActivitySchool::className)
                        .or(() -> Optional.ofNullable(activity.className()))
                        .flatMap(name -> ImpersonalWords.find(activity, name))
                        .orElse(null),
                activity.schools().stream().map(ActivitySchool::name).toList(),
                own.map(ActivitySchool::room)
                        .flatMap(room -> ImpersonalWords.find(activity, room))
                        .orElse(null),
                entry.reason() == EntryReason.TEACHING,
                roleOf(owner, activity).orElse(null),
                entry.startsAt(),
                entry.endsAt(),
                entry.slot(),
                entry.movedTo(),
                entry.movedFrom());
    }

    private static Optional<TeachingRole> roleOf(Viewer owner, Activity activity) {
        return owner.findTeacher()
                .flatMap(id -> activity.teachers().stream()
                        .filter(teacher -> id.equals(teacher.teacherId()))
                        .map(ActivityTeacher::role)
                        .findFirst());
    }
}
