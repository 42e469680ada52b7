package org.tongke.backend.exchange;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ActivityAttribute;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.Material;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.text.Sha256;

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
        List<Teacher> teachers,
        @Nullable String joinUrl,
        Details details,
        @Nullable Instant changedAt) {
    /** Stand between values, which hold no control characters. */
    private static final String BETWEEN = "\u001f";

    private static final String BETWEEN_PARTS = "\u001e";

    SaidRow {
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
    }

    /** A school as it is named. */
    record School(
            String name,
            @Nullable String county,
            @Nullable String room,
            @Nullable String className) {

        /** The name as its supplier uses it. */
        NameKey key(String supplier) {
            return new NameKey(supplier, MappedThing.SCHOOL, name, county);
        }
    }

    /** A teacher as he or she is named. */
    record Teacher(
            String name,
            TeachingRole role,
            @Nullable String schoolName,
            @Nullable String number) {}

    /** What is said besides. */
    record Details(
            @Nullable String grade,
            @Nullable Series series,
            List<Material> materials,
            @Nullable String recordingUrl,
            List<ActivityAttribute> attributes) {

        Details {
            materials = List.copyOf(materials);
            attributes = List.copyOf(attributes);
        }
    }

    /** A course series, by the supplier's id. */
    record Series(String externalId, String name) {}

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
        return new ReportedVersion(revision, Sha256.of(said + besides()));
    }

    /**
     * What came to reports later. Where nothing of it is said, nothing is added: a row of before keeps its hash, so that it is still
     * known when it is sent again.
     */
    private String besides() {
        var besides = new StringBuilder();
        add(besides, "grade", textOf(details.grade()));
        if (details.series() != null) {
            add(
                    besides,
                    "series",
                    details.series().externalId()
                            + BETWEEN_PARTS
                            + details.series().name());
        }
        add(
                besides,
                "materials",
                each(details.materials(), material -> material.title() + BETWEEN_PARTS + material.url()));
        add(besides, "recordingUrl", textOf(details.recordingUrl()));
        add(
                besides,
                "attributes",
                each(details.attributes(), attribute -> attribute.code() + BETWEEN_PARTS + attribute.value()));
        if (schools.stream().anyMatch(school -> school.className() != null)) {
            add(besides, "classes", each(schools, school -> "=" + textOf(school.className())));
        }
        if (teachers.stream().anyMatch(teacher -> teacher.number() != null)) {
            add(besides, "numbers", each(teachers, teacher -> "=" + textOf(teacher.number())));
        }
        return besides.toString();
    }

    private static void add(StringBuilder besides, String name, String said) {
        if (!said.isEmpty()) {
            besides.append(BETWEEN).append(name).append(BETWEEN_PARTS).append(said);
        }
    }

    private static <T> String each(List<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.joining(BETWEEN_PARTS));
    }

    private static String textOf(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String textOf(School school) {
        return String.join(BETWEEN_PARTS, school.name(), textOf(school.county()), textOf(school.room()));
    }

    private static String textOf(Teacher teacher) {
        return String.join(BETWEEN_PARTS, teacher.name(), teacher.role().name(), textOf(teacher.schoolName()));
    }
}
