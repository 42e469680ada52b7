package org.tongke.backend.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** A supplier's platform: sends rows, and looks at what became of them. */
public final class Platform {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Scene scene;
    private final String supplier;

    Platform(Scene scene, String supplier) {
        this.scene = scene;
        this.supplier = supplier;
    }

    /** Sends rows and prints what became of each, one a line, as in {@code 0 L1 APPLIED}. */
    public String sends(Row... rows) {
        return sends(List.of(rows));
    }

    /** Sends rows and prints what became of each, one a line. */
    public String sends(List<Row> rows) {
        return sends(UUID.randomUUID(), rows);
    }

    /** Sends rows as a batch and prints what became of each, one a line. */
    public String sends(UUID batch, List<Row> rows) {
        return sendsAsSent(
                batch, rows.stream().map(row -> row.sent(scene::marked)).toList());
    }

    private String sendsAsSent(UUID batch, List<ReportedRow> rows) {
        return scene.bean(Batches.class).sync(supplier, batch, rows, viewer()).stream()
                .map(this::print)
                .collect(Collectors.joining("\n"));
    }

    private String print(RowOutcome outcome) {
        var problem = outcome.problem();
        var became = outcome.index() + " " + outcome.externalId() + " " + outcome.result();
        return problem == null
                ? became
                : scene.unmarked("%s %s %s %s"
                        .formatted(became, problem.code(), String.join(".", problem.path()), problem.arguments()));
    }

    /** The supplier's account. */
    public Viewer viewer() {
        return new Viewer("account-" + supplier, "接口账号", List.of(Grant.ofSupplier(supplier)));
    }

    /** The supplier's raw id. */
    public String id() {
        return supplier;
    }

    public ActivityKey key(String externalId) {
        return new ActivityKey(supplier, externalId);
    }

    /** An activity as it stands. */
    public Optional<Activity> find(String externalId) {
        return scene.activities().find(key(externalId).id(), Scope.EVERYWHERE);
    }

    public Activity get(String externalId) {
        return find(externalId).orElseThrow();
    }

    /** An activity as one line; {@code -} if there is none. */
    public String prints(String externalId) {
        return find(externalId).map(this::print).orElse("-");
    }

    /** The row that is kept aside of an activity, as one line; {@code -} if there is none. */
    public String printsAside(String externalId) {
        return scene.bean(Quarantine.class)
                .find(key(externalId))
                .map(row -> scene.unmarked("r%d %s %s"
                        .formatted(
                                row.revision(),
                                row.problem().code(),
                                row.payload().get("title"))))
                .orElse("-");
    }

    /** The record of a batch. */
    public Optional<Batch> findBatch(UUID batch) {
        return scene.bean(Batches.class).find(supplier, batch);
    }

    private String print(Activity activity) {
        var version = scene.activities().findVersions(Set.of(activity.key())).get(activity.key());
        return scene.unmarked(Stream.of(
                        time(activity.startsAt(), activity.endsAt()),
                        activity.title(),
                        String.valueOf(activity.subjectCode()),
                        activity.schools().stream().map(Platform::print).collect(Collectors.joining("、")),
                        activity.teachers().stream().map(Platform::print).collect(Collectors.joining("、")),
                        activity.communityName(),
                        activity.state().name(),
                        activity.attendance() == null
                                ? "-"
                                : activity.attendance().attended() + " attended",
                        "r"
                                + Optional.ofNullable(version)
                                        .map(ReportedVersion::revision)
                                        .orElse(0L))
                .collect(Collectors.joining(" | ")));
    }

    private static String time(Instant from, Instant to) {
        return TIME.format(from) + "–" + TIME.format(to).substring(6);
    }

    private static String print(ActivitySchool school) {
        return school.room() == null ? school.name() : school.name() + "(" + school.room() + ")";
    }

    private static String print(ActivityTeacher teacher) {
        return teacher.role() + " " + teacher.name();
    }

    /** Places that an activity left, the newest first, as in {@code 城关 03-10 10:20}. */
    public List<String> printsVacated(String externalId) {
        return get(externalId).vacated().stream()
                .map(slot -> scene.unmarked(slot.channel() + " " + TIME.format(slot.startsAt())))
                .toList();
    }

    /** The history of an activity, the newest first, as in {@code 2 云课 time→}. */
    public List<String> printsHistory(String externalId) {
        return get(externalId).history().stream()
                .map(change -> scene.unmarked(change.revision() + " " + change.by() + " "
                        + change.fields().stream()
                                .map(field -> field.field() + ": " + field.before() + " → " + field.after())
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    /** Rows by result of a batch that is kept. */
    public RowCounts countsOf(UUID batch) {
        return findBatch(batch).orElseThrow().counts();
    }
}
