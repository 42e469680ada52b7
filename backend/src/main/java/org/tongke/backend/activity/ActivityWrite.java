package org.tongke.backend.activity;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * The write that a report asks for.
 *
 * @param before the activity as it was read; null for a new one
 * @param after the activity as the report leaves it: what schools added stays
 * @param version the report's version
 */
record ActivityWrite(@Nullable Activity before, Activity after, ReportedVersion version) {

    static ActivityWrite of(Optional<Activity> found, ActivityReport report) {
        var before = found.orElse(null);
        return new ActivityWrite(before, before == null ? first(report) : next(before, report), report.version());
    }

    /** Channels of the state before and after: whoever follows one of them must look. */
    TreeSet<String> touches() {
        var touches = touchesOf(after);
        if (before != null) {
            touches.addAll(before.channels());
        }
        return touches;
    }

    /**
     * Channels where an activity stands or stood. Those that it left earlier must be among them: the feed tells of the last state
     * alone, and somebody may not have looked since.
     */
    static TreeSet<String> touchesOf(Activity activity) {
        var touches = new TreeSet<>(activity.channels());
        activity.vacated().forEach(slot -> touches.add(slot.channel()));
        return touches;
    }

    /** What changed; empty for the first write. */
    List<FieldChange> fields() {
        return before == null ? List.of() : ActivityField.between(before, after);
    }

    /**
     * Channels of the state before and after, where somebody is told of what changed; else none.
     *
     * @param fields what {@link #fields} says, which is not found for nothing
     */
    Set<String> toldOn(List<FieldChange> fields) {
        if (before == null || fields.stream().noneMatch(change -> ActivityField.isTold(change.field()))) {
            return Set.of();
        }
        var channels = new TreeSet<>(before.channels());
        channels.addAll(after.channels());
        return channels;
    }

    /** Channels on which this change is told, and those of the changes that are kept with it. */
    Set<String> noticedOn(Set<String> told) {
        var channels = new TreeSet<>(told);
        after.history().stream().limit(Fact.KEPT_CHANGES - 1).forEach(change -> channels.addAll(change.channels()));
        return channels;
    }

    /** When there was the last change of which somebody is told: not before an earlier one, whatever another backend's clock said. */
    Instant noticedAt(Instant now) {
        return after.history().stream()
                .filter(change -> !change.channels().isEmpty())
                .map(ActivityChange::recordedAt)
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    private static Activity first(ActivityReport report) {
        return new Activity(
                report.key(),
                1,
                report.kindCode(),
                report.title(),
                report.subjectCode(),
                report.className(),
                report.startsAt(),
                report.endsAt(),
                report.state(),
                null,
                report.schools(),
                report.teachers(),
                report.communityId(),
                report.communityName(),
                report.supplierName(),
                report.joinUrl(),
                report.details(),
                null,
                List.of(),
                report.channels(),
                List.of(),
                report.places(),
                Reporting.ALONE);
    }

    /** What others report of the lesson stays with it as long as it is the same lesson. */
    private static Activity next(Activity standing, ActivityReport report) {
        var twins = standing.reporting().twins();
        var before = standing.alone();
        var after = nextAlone(before, report);
        if (twins == null || !TwinKey.of(before).equals(TwinKey.of(after))) {
            return after;
        }
        var channels = new HashSet<>(after.channels());
        standing.channels().stream()
                .filter(channel -> !before.channels().contains(channel))
                .forEach(channels::add);
        var vacated = Stream.concat(
                        after.vacated().stream(),
                        standing.vacated().stream()
                                .filter(slot -> !before.vacated().contains(slot)))
                .toList();
        var joined =
                twins.with(after.channels(), after.vacated()).with(before.seriesChannels(), after.seriesChannels());
        return after.joined(joined, channels, vacated, standing.attendance());
    }

    private static Activity nextAlone(Activity before, ActivityReport report) {
        var said = first(report);
        var movedInTime = !before.startsAt().equals(said.startsAt());
        return new Activity(
                said.key(),
                before.revision() + 1,
                said.kindCode(),
                said.title(),
                said.subjectCode(),
                said.className(),
                said.startsAt(),
                said.endsAt(),
                said.state(),
                movedInTime ? before.startsAt() : before.movedFrom(),
                said.schools(),
                said.teachers(),
                said.communityId(),
                said.communityName(),
                said.supplierName(),
                said.joinUrl(),
                said.details(),
                before.attendance(),
                before.history(),
                said.channels(),
                Vacated.after(before, said.channels(), said.startsAt()),
                said.places(),
                isAtAboutTheSameTime(before, said)
                        ? before.reporting()
                        : before.reporting().unannounced());
    }

    /** A lesson that begins some minutes later than was said was announced all the same; one of another day was not. */
    private static boolean isAtAboutTheSameTime(Activity one, Activity other) {
        return one.startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(one.endsAt());
    }
}
