package org.tongke.backend.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.timetable.Timetable.Followed;

/** Founds schools and communities of one county, and reports lessons of 40 minutes. Each thing is a new one. */
@TestComponent
public class Town {
    private static final String COUNTY = "330382";
    private static final Origin BY = Origin.system("test");

    private final Schools schools;
    private final Communities communities;
    private final Activities activities;
    private final TimetableStore timetables;

    Town(Schools schools, Communities communities, Activities activities, TimetableStore timetables) {
        this.schools = schools;
        this.communities = communities;
        this.activities = activities;
        this.timetables = timetables;
    }

    /** A school. */
    public School school(String name) {
        return schools.put(newId(), name, SchoolArea.TOWN, COUNTY);
    }

    /** A community. */
    public Community community(String name, School core, School... members) {
        return communities.put(newId(), name, Mode.CO_BUILT, core, List.of(members), Set.of(), BY);
    }

    /** A community of two new schools. */
    public Community community(String name) {
        return community(name, school(name + "一小"), school(name + "二小"));
    }

    /** A teacher of schools; of none, a teacher whom the county employs. */
    public Viewer teacher(School... own) {
        var places = own.length == 0
                ? Stream.of(PlaceKey.region(COUNTY))
                : Stream.of(own).map(School::key);
        return new Viewer(
                newId(),
                "张老师",
                places.map(place -> Grant.at(Role.TEACHER, place)).toList());
    }

    /** Somebody who follows channels, given by key, that need not be there. */
    Viewer follower(List<String> channels) {
        var teacher = teacher();
        var edited = new Timetable(
                teacher.requireAccount(), 1, new Followed(channels, true), Selection.NONE, OwnPlans.NONE, List.of());
        timetables.put(edited, new FieldChange(TimetableDocument.CHANNELS, null, "all"), BY, Instant.EPOCH);
        return teacher;
    }

    /** Keys of communities that are not there. */
    static List<String> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .map(Community::channelOf)
                .toList();
    }

    /** Reports lessons as they stand now. */
    public void reports(Reported... lessons) {
        activities.apply(Stream.of(lessons).map(this::report).toList(), BY);
    }

    private ActivityReport report(Reported lesson) {
        var taking = lesson.community().schoolIds().stream()
                .map(id -> schools.find(id, Scope.EVERYWHERE).orElseThrow())
                .toList();
        var places = new LinkedHashSet<String>();
        taking.forEach(school -> places.addAll(school.places()));
        var startsAt = Lesson.at(lesson.time());
        return new ActivityReport(
                new ActivityKey("platform", lesson.id()),
                new ReportedVersion(lesson.revision(), lesson.toString()),
                "SYNCED_LESSON",
                lesson.id(),
                "MATHEMATICS",
                null,
                startsAt,
                startsAt.plus(Duration.ofMinutes(40)),
                lesson.state(),
                taking.stream()
                        .map(school -> new ActivitySchool(school.id(), school.name(), null))
                        .toList(),
                lesson.teachers(),
                lesson.community().id(),
                lesson.community().name(),
                "平台",
                null,
                lesson.details(),
                lesson.community().countyCode(),
                places);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** A lesson as its supplier has it. */
    public record Reported(
            String id,
            long revision,
            Community community,
            String time,
            ActivityState state,
            ActivityDetails details,
            List<ActivityTeacher> teachers) {

        /** A new lesson of all schools of a community. */
        public static Reported of(Community community, String time) {
            return new Reported(newId(), 1, community, time, ActivityState.PLANNED, ActivityDetails.NONE, List.of());
        }

        /** The lesson as part of a series. */
        public Reported in(CourseSeries series) {
            var with = new ActivityDetails(null, series, List.of(), null, List.of());
            return new Reported(id, revision, community, time, state, with, teachers);
        }

        /** The lesson as one that a teacher helps in. */
        public Reported assistedBy(String teacherId) {
            var teacher = new ActivityTeacher("陈竹青", TeachingRole.ASSISTS, null, teacherId);
            return new Reported(id, revision, community, time, state, details, List.of(teacher));
        }

        /** The lesson at another time. */
        public Reported moved(String newTime) {
            return new Reported(id, revision + 1, community, newTime, state, details, teachers);
        }

        /** The lesson of another community. */
        public Reported moved(Community other) {
            return new Reported(id, revision + 1, other, time, state, details, teachers);
        }

        /** The lesson called off. */
        public Reported cancelled() {
            return new Reported(id, revision + 1, community, time, ActivityState.CANCELLED, details, teachers);
        }

        /** Lessons of a community, one a minute. */
        public static Reported[] many(int count, Community community, String day) {
            var lessons = new ArrayList<Reported>();
            for (int minute = 0; minute < count; minute++) {
                lessons.add(of(community, "%s %02d:%02d".formatted(day, 8 + minute / 60, minute % 60)));
            }
            return lessons.toArray(Reported[]::new);
        }
    }
}
