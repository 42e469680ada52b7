package org.tongke.backend.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its supplier has it now, with everything that it names found: the one form in which all outside formats end.
 *
 * @param key names the activity for ever
 * @param version which of the supplier's reports on it this is
 * @param kindCode what it is, as in SYNCED_LESSON
 * @param title title
 * @param subjectCode what is taught; null where it is no subject
 * @param className grade and class for a person; null if not told
 * @param startsAt when it begins, kept to the millisecond
 * @param endsAt when it ends, after the start, at most {@link #LONGEST} later
 * @param state whether it is to take place
 * @param schools the schools that take part, at least one; the first is where it is taught
 * @param teachers its teachers
 * @param communityId raw id of the community that its schools share
 * @param communityName name of that community
 * @param supplierName name of the supplier
 * @param joinUrl address to join at; null if there is none
 * @param details what it has besides
 * @param countyCode code of the community's county
 * @param places keys of its schools and of their regions
 */
public record ActivityReport(
        ActivityKey key,
        ReportedVersion version,
        String kindCode,
        String title,
        @Nullable String subjectCode,
        @Nullable String className,
        Instant startsAt,
        Instant endsAt,
        ActivityState state,
        List<ActivitySchool> schools,
        List<ActivityTeacher> teachers,
        String communityId,
        String communityName,
        String supplierName,
        @Nullable String joinUrl,
        ActivityDetails details,
        String countyCode,
        Collection<String> places) {
    /** How long an activity lasts at most. */
    public static final Duration LONGEST = Duration.ofHours(24);

    public ActivityReport {
        startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
        endsAt = endsAt.truncatedTo(ChronoUnit.MILLIS);
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
        places = Set.copyOf(places).stream().sorted().toList();
        if (version.revision() < 1 || schools.isEmpty()) {
            throw new IllegalArgumentException("a report has a revision from 1 and a school: " + key);
        }
        if (!endsAt.isAfter(startsAt) || endsAt.isAfter(startsAt.plus(LONGEST))) {
            throw new IllegalArgumentException("an activity ends after it began, within a day: " + key);
        }
    }

    /** The report by somebody else. */
    ActivityReport named(String supplier) {
        return new ActivityReport(
                key,
                version,
                kindCode,
                title,
                subjectCode,
                className,
                startsAt,
                endsAt,
                state,
                schools,
                teachers,
                communityId,
                communityName,
                supplier,
                joinUrl,
                details,
                countyCode,
                places);
    }

    /** Channels that the activity belongs to. */
    Set<String> channels() {
        return ActivityChannels.of(communityId, countyCode, subjectCode, schools, teachers, details);
    }
}
