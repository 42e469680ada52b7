package org.tongke.backend.activity;

import java.util.Arrays;
import java.util.Optional;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.text.Names;

/**
 * Names something that can be followed; {@link #value()} stands in {@code channels} of the activities that belong to it.
 *
 * @param kind what it is
 * @param raw its id among its kind
 */
public record ChannelKey(Kind kind, String raw) {

    public ChannelKey {
        if (raw.isEmpty()) {
            throw new IllegalArgumentException("a channel without an id: " + kind);
        }
    }

    /** What can be followed. */
    public enum Kind {
        /** Raw: id of the community. */
        COMMUNITY("community:", "Community"),
        /** Raw: id of the school. */
        SCHOOL("school:", "School"),
        /** Raw: id of the teacher. */
        TEACHER("teacher:", "Teacher"),
        /** Raw: supplier and the supplier's id of the series, as in {@link CourseSeries#id()}. */
        SERIES("series:", "CourseSeries"),
        /** Raw: subject and county, as in MATHEMATICS@330382. */
        SUBJECT("subject:", "SubjectInCounty"),
        /** Raw: id of the school, a colon, the normalized name of the class. */
        CLASS("class:", "SchoolClass");

        private final String prefix;
        private final String globalType;

        Kind(String prefix, String globalType) {
            this.prefix = prefix;
            this.globalType = globalType;
        }
    }

    /** A teacher. */
    public static ChannelKey ofTeacher(String teacherId) {
        return new ChannelKey(Kind.TEACHER, teacherId);
    }

    /** A course series. */
    public static ChannelKey ofSeries(CourseSeries series) {
        return new ChannelKey(Kind.SERIES, series.id());
    }

    /** A subject in a county. */
    public static ChannelKey ofSubject(String subjectCode, String countyCode) {
        return new ChannelKey(Kind.SUBJECT, subjectCode + "@" + countyCode);
    }

    /** A class of a school, however its name is written. */
    public static ChannelKey ofClass(String schoolId, String className) {
        return new ChannelKey(Kind.CLASS, schoolId + ":" + Names.normalize(className));
    }

    /** What a key names; empty if it is none. */
    public static Optional<ChannelKey> find(String value) {
        return Arrays.stream(Kind.values())
                .filter(kind -> value.startsWith(kind.prefix) && value.length() > kind.prefix.length())
                .map(kind -> new ChannelKey(kind, value.substring(kind.prefix.length())))
                .findFirst();
    }

    /** What a client names; empty if it is nothing that can be followed. */
    public static Optional<ChannelKey> find(GlobalId id) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.globalType.equals(id.type()))
                .map(kind -> new ChannelKey(kind, id.raw()))
                .findFirst();
    }

    /** The key as it stands in {@code channels} and {@code touches}. */
    public String value() {
        return kind.prefix + raw;
    }

    /** The id as clients see it, before encoding. */
    public GlobalId globalId() {
        return new GlobalId(kind.globalType, raw);
    }

    /** The raw id's part before the first separator ({@code @} of a subject, {@code :} of a series or class). */
    public String owner() {
        return raw.substring(0, separator());
    }

    /** The raw id's part after the first separator. */
    public String rest() {
        return raw.substring(separator() + 1);
    }

    private int separator() {
        var at = raw.indexOf(kind == Kind.SUBJECT ? '@' : ':');
        return at < 0 ? raw.length() - 1 : at;
    }
}
