package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
 * @param attendance what a school said of it, or last of the lesson that it is with others; null as long as none did
 * @param history the last writes, the newest first
 * @param channels channels that it belongs to now; of a lesson that others report, too, theirs among them
 * @param vacated places that it left, the newest first; so of these
 * @param places keys of its schools and of their regions
 * @param reporting how it came, and with which others it is one lesson
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
        Collection<String> places,
        Reporting reporting)
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

    /** Keys of the series that the lesson belongs to by any of its reports. */
    public Set<String> seriesChannels() {
        if (reporting.twins() != null) {
            return reporting.twins().series();
        }
        var own = series();
        return own == null ? Set.of() : Set.of(ChannelKey.ofSeries(own).value());
    }

    /** What to read or watch. */
    public List<Material> materials() {
        return details.materials();
    }

    /** Where its recording can be seen; null if there is none. */
    public @Nullable String recordingUrl() {
        return details.recordingUrl();
    }

    /** Why a school called it off; null if it did not, or did not say. */
    public @Nullable String cancelReason() {
        return details.cancelReason();
    }

    /** Whether it has begun by an instant. */
    public boolean hasBegun(Instant now) {
        return !now.isBefore(startsAt);
    }

    /** Whether schools may say at an instant that it took place. */
    public boolean takesAttendance(Instant now) {
        return state == ActivityState.PLANNED && hasBegun(now);
    }

    /** Whether it stands for its lesson: it is alone, or the one of several that is shown. */
    public boolean isShown() {
        return shownId().equals(id());
    }

    /** Raw id of the activity that is shown for this lesson. */
    public String shownId() {
        return reporting.twins() == null ? id() : reporting.twins().shownId();
    }

    /** All reports of this lesson, the one that is shown first. */
    public List<ActivitySource> sources() {
        return reporting.twins() == null
                ? List.of(ActivitySource.of(this))
                : reporting.twins().sources();
    }

    /** Raw ids of all activities that are this lesson. */
    public Set<String> lessonIds() {
        return reporting.twins() == null ? Set.of(id()) : reporting.twins().ids();
    }

    /** When anybody first reported the lesson at about this time; null if that is not known. */
    public @Nullable Instant announcedAt() {
        return sources().stream()
                .map(ActivitySource::announcedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The activity with what a school says of it. */
    Activity with(@Nullable Attendance said) {
        return with(details, schools, said, channels, vacated, reporting);
    }

    /** The activity as it is by itself. */
    Activity alone() {
        var twins = reporting.twins();
        return twins == null
                ? this
                : with(
                        details,
                        schools,
                        twins.ownAttendance(),
                        twins.ownChannels(),
                        twins.ownVacated(),
                        reporting.with(null));
    }

    /** The activity by itself, and whether it is to stay so. */
    Activity apart(boolean apart) {
        var alone = alone();
        return alone.with(
                details, schools, alone.attendance, alone.channels, alone.vacated, alone.reporting.apart(apart));
    }

    /** The activity as one of several that are one lesson. */
    Activity joined(
            TwinGroup twins,
            Set<String> newChannels,
            List<VacatedSlot> newVacated,
            @Nullable Attendance newAttendance) {
        return with(details, schools, newAttendance, newChannels, newVacated, reporting.with(twins));
    }

    /** The activity with what is derived anew from its report; what it has from others stays. */
    Activity reformed(ActivityDetails newDetails, List<ActivitySchool> newSchools, Set<String> newChannels) {
        var twins = reporting.twins();
        var all = new HashSet<>(newChannels);
        if (twins == null) {
            return with(newDetails, newSchools, attendance, newChannels, vacated, reporting);
        }
        channels.stream()
                .filter(channel -> !twins.ownChannels().contains(channel))
                .forEach(all::add);
        return with(
                newDetails,
                newSchools,
                attendance,
                all,
                vacated,
                reporting.with(twins.with(newChannels, twins.ownVacated())));
    }

    private Activity with(
            ActivityDetails newDetails,
            List<ActivitySchool> newSchools,
            @Nullable Attendance newAttendance,
            Set<String> newChannels,
            List<VacatedSlot> newVacated,
            Reporting newReporting) {
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
                newVacated,
                places,
                newReporting);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Activity", id());
    }
}
