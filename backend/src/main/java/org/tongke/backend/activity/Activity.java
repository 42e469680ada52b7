package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * What happens at a time and schools share.
 *
 * @param key names it for ever
 * @param revision how often the document was written
 * @param kindCode what it is, as in SYNCED_LESSON
 * @param title title
 * @param subjectCode what is taught; null where it is no subject
 * @param className grade and class for a person; null if not told
 * @param startsAt when it begins
 * @param endsAt when it ends, at most 24 hours later
 * @param state whether it is to take place
 * @param movedFrom where it stood before it was last moved; null if it never was
 * @param schools the schools that take part, the reporting one first
 * @param teachers its teachers
 * @param communityId raw id of its community
 * @param communityName name of its community
 * @param supplierName name of the supplier that reports it
 * @param joinUrl address to join at; null if there is none
 * @param details what it has besides
 * @param attendance what a school said of it; null as long as none did
 * @param history the last writes, the newest first
 * @param channels channels that it belongs to now
 * @param vacated places that it left, the newest first
 * @param places keys of its schools and of their regions
 */
public record Activity(
        ActivityKey key,
        long revision,
        String kindCode,
        String title,
        @Nullable String subjectCode,
        @Nullable String className,
        Instant startsAt,
        Instant endsAt,
        ActivityState state,
        @Nullable Instant movedFrom,
        List<ActivitySchool> schools,
        List<ActivityTeacher> teachers,
        String communityId,
        String communityName,
        String supplierName,
        @Nullable String joinUrl,
        ActivityDetails details,
        @Nullable Attendance attendance,
        List<ActivityChange> history,
        Set<String> channels,
        List<VacatedSlot> vacated,
        Collection<String> places)
        implements Node, Placed {

    public Activity {
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
        history = List.copyOf(history);
        channels = Set.copyOf(channels);
        vacated = List.copyOf(vacated);
        places = List.copyOf(places);
    }

    /** Raw id. */
    public String id() {
        return key.id();
    }

    /** Code of its grade; null if it is not known. */
    public @Nullable String gradeCode() {
        return details.gradeCode();
    }

    /** The series that it belongs to; null if to none. */
    public @Nullable CourseSeries series() {
        return details.series();
    }

    /** What to read or watch. */
    public List<Material> materials() {
        return details.materials();
    }

    /** Where its recording can be seen; null if there is none. */
    public @Nullable String recordingUrl() {
        return details.recordingUrl();
    }

    /** Whether it has begun by an instant. */
    public boolean hasBegun(Instant now) {
        return !now.isBefore(startsAt);
    }

    /** Whether schools may say at an instant that it took place. */
    public boolean takesAttendance(Instant now) {
        return state == ActivityState.PLANNED && hasBegun(now);
    }

    /** The activity with what a school says of it. */
    Activity with(@Nullable Attendance said) {
        return with(details, schools, said, channels);
    }

    /** The activity with what is derived anew from its report. */
    Activity reformed(ActivityDetails newDetails, List<ActivitySchool> newSchools, Set<String> newChannels) {
        return with(newDetails, newSchools, attendance, newChannels);
    }

    private Activity with(
            ActivityDetails newDetails,
            List<ActivitySchool> newSchools,
            @Nullable Attendance newAttendance,
            Set<String> newChannels) {
        return new Activity(
                key,
                revision,
                kindCode,
                title,
                subjectCode,
                className,
                startsAt,
                endsAt,
                state,
                movedFrom,
                newSchools,
                teachers,
                communityId,
                communityName,
                supplierName,
                joinUrl,
                newDetails,
                newAttendance,
                history,
                newChannels,
                vacated,
                places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Activity", id());
    }
}
