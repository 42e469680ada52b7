package org.tongke.backend.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.ReportedVersion;

/** A row whose values are well written. What it names is not looked up yet. */
record SaidRow(
        String externalId,
        long revision,
        ActivityState state,
        String kind,
        String title,
        @Nullable String subject,
        @Nullable String className,
        Instant startsAt,
        Instant endsAt,
        List<School> schools,
        List<ActivityTeacher> teachers,
        @Nullable String joinUrl) {
    /** Stand between values, which hold no control characters. */
    private static final String BETWEEN = "\u001f";

    private static final String BETWEEN_PARTS = "\u001e";

    SaidRow {
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
    }

    /** A school as it is named. */
    record School(
            String name, @Nullable String county, @Nullable String room) {}

    /**
     * Which report this is. The hash is of what was said, not of what was found under the names: when a school is renamed, the
     * supplier's old rows remain what they were.
     */
    ReportedVersion version() {
        var said = Stream.of(
                        state.name(),
                        kind,
                        title,
                        textOf(subject),
                        textOf(className),
                        startsAt.toString(),
                        endsAt.toString(),
                        schools.stream().map(SaidRow::textOf).collect(Collectors.joining(BETWEEN_PARTS)),
                        teachers.stream().map(SaidRow::textOf).collect(Collectors.joining(BETWEEN_PARTS)),
                        textOf(joinUrl))
                .collect(Collectors.joining(BETWEEN));
        return new ReportedVersion(revision, sha256(said));
    }

    private static String textOf(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String textOf(School school) {
        return String.join(BETWEEN_PARTS, school.name(), textOf(school.county()), textOf(school.room()));
    }

    private static String textOf(ActivityTeacher teacher) {
        return String.join(BETWEEN_PARTS, teacher.name(), teacher.role().name(), textOf(teacher.schoolName()));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
