package org.tongke.backend.demo;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.demo.DemoPlan.Change;
import org.tongke.backend.demo.DemoPlan.Planned;
import org.tongke.backend.exchange.ReportedRow;

/** A platform that reports the lessons of the demo's province, each in its own way. */
enum DemoPlatform {
    /** Says things by code, counts its revisions from 1, gives local times. */
    CLOUD_LESSONS(DemoPeople.SUPPLIER, "云课平台（演示）", false),
    /** Says things by name, dates its revisions, gives times in UTC, and tells series and materials. */
    SYNCED_ROOMS("demo-synced-rooms", "同步课堂云（演示）", true),
    /** As the first. */
    TEACHERS_RING("demo-teachers-ring", "山海研训（演示）", false);

    private final String id;
    private final String fullName;
    private final boolean byName;

    DemoPlatform(String id, String fullName, boolean byName) {
        this.id = id;
        this.fullName = fullName;
        this.byName = byName;
    }

    String id() {
        return id;
    }

    String fullName() {
        return fullName;
    }

    /** The platform as the one who asks. */
    Viewer viewer() {
        return new Viewer(id, fullName, List.of(Grant.ofSupplier(id)));
    }

    /** The platform that a community uses. */
    static DemoPlatform of(DemoProvince.PlannedCommunity community) {
        return values()[Math.floorMod(community.id().hashCode(), values().length)];
    }

    /** Names an activity for ever. */
    ActivityKey key(Planned planned) {
        return new ActivityKey(id, externalId(planned));
    }

    private static String externalId(Planned planned) {
        return "%s/%s/%d".formatted(planned.community().id(), planned.day(), planned.number());
    }

    /** An activity as it was first planned, or as it stands after its change. */
    ReportedRow row(Planned planned, boolean changed, ZoneId zone) {
        var isMoved = changed && planned.change() == Change.MOVED;
        var from = isMoved ? planned.movedTo() : planned.from();
        var subject = planned.subject();
        return new ReportedRow(
                externalId(planned),
                revision(planned, changed),
                changed && planned.change() == Change.CANCELLED ? "CANCELLED" : "PLANNED",
                planned.kind(),
                planned.title(),
                subject == null ? null : byName ? subject.label() : subject.name(),
                planned.className().isEmpty() ? null : planned.className(),
                time(from, zone),
                time(from.plusMinutes(planned.minutes()), zone),
                schools(planned),
                teachers(planned),
                planned.kind().equals("OFFLINE_RESEARCH")
                        ? null
                        : "https://lessons.example.org/join/%s-%s-%d"
                                .formatted(planned.community().id(), planned.day(), planned.number()),
                byName && subject != null ? details(planned, subject) : ReportedRow.Details.NONE);
    }

    private long revision(Planned planned, boolean changed) {
        var counted = changed ? 2 : 1;
        return byName ? planned.day().toEpochDay() * 10 + counted : counted;
    }

    private String time(LocalDateTime time, ZoneId zone) {
        var there = time.atZone(zone);
        OffsetDateTime said =
                byName ? there.withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime() : there.toOffsetDateTime();
        return said.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static List<ReportedRow.School> schools(Planned planned) {
        var schools = new ArrayList<ReportedRow.School>();
        for (var school : planned.community().schools()) {
            schools.add(new ReportedRow.School(school.name(), null, schools.isEmpty() ? "同步课堂教室" : "录播教室"));
        }
        return schools;
    }

    private static List<ReportedRow.Teacher> teachers(Planned planned) {
        var teachers = new ArrayList<ReportedRow.Teacher>();
        for (var school : planned.community().schools()) {
            var role = teachers.isEmpty() ? "LEADS" : planned.subject() == null ? "ATTENDS" : "ASSISTS";
            teachers.add(new ReportedRow.Teacher(planned.people().get(teachers.size()), role, school.name()));
        }
        return teachers;
    }

    private static ReportedRow.Details details(Planned planned, DemoSubject subject) {
        var series = planned.grade() + subject.label();
        return new ReportedRow.Details(
                planned.grade(),
                new ReportedRow.Series(planned.community().id() + "/" + subject + "/" + planned.grade(), series),
                List.of(new ReportedRow.Material(
                        planned.title() + " 学习单", "https://lessons.example.org/materials/" + subject)),
                null,
                List.of());
    }
}
