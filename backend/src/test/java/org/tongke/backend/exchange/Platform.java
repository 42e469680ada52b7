package org.tongke.backend.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** A supplier's platform: sends rows, and looks at what became of them. */
public final class Platform {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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

    /** Waits until the row that is kept aside of an activity is so, or {@code -}; what reacts by itself takes a moment. */
    public void awaitAside(String externalId, String expected) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!printsAside(externalId).equals(expected)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(printsAside(externalId) + " is not " + expected);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Enters a school, which forms a community with another one. */
    void enters(String schoolName) {
        scene.community("新" + schoolName, schoolName, schoolName + "分校");
    }

    /** Tries a row that is kept aside again, and prints what became of it. */
    public String retries(String externalId) {
        return print(scene.bean(Quarantine.class).retry(key(externalId).id(), viewer(), Scope.NOWHERE));
    }

    /** Tries all rows that are kept aside again, and prints what became of them. */
    public String retriesAll() {
        return print(scene.bean(Quarantine.class).retryAll(supplier, viewer(), Scope.NOWHERE));
    }

    private static String print(Retry retry) {
        var counts = retry.counts();
        return "%d applied, %d unchanged, %d older, %d waiting, %d refused%s"
                .formatted(
                        counts.applied(),
                        counts.unchanged(),
                        counts.older(),
                        counts.quarantined(),
                        counts.refused(),
                        retry.goesOn() ? ", goes on" : "");
    }

    /** Discards a row that is kept aside. */
    public QuarantinedRow discards(String externalId, long revision, String reason) {
        return scene.bean(Quarantine.class).discard(key(externalId).id(), revision, reason, viewer(), Scope.NOWHERE);
    }

    /**
     * Says what a name stands for, and prints what became of the rows that waited. A school is named as in the scene, a teacher by the
     * id there.
     */
    public String maps(MappedThing what, String name, @Nullable String within, String to) {
        var target = switch (what) {
            case SUBJECT, GRADE -> to;
            case SCHOOL -> scene.schoolNamed(to).globalId().encode();
            case TEACHER -> new GlobalId("Teacher", scene.marked(to)).encode();
        };
        var mapped = scene.bean(Quarantine.class).map(nameKey(what, name, within), target, viewer(), Scope.NOWHERE);
        return print(mapped.retry());
    }

    /** Takes back what a name stands for. */
    public void unmaps(MappedThing what, String name, @Nullable String within) {
        scene.bean(NameMappings.class).unmap(nameKey(what, name, within), viewer(), Scope.NOWHERE);
    }

    private NameKey nameKey(MappedThing what, String name, @Nullable String within) {
        return switch (what) {
            case SUBJECT, GRADE -> new NameKey(supplier, what, name, within);
            case SCHOOL -> new NameKey(supplier, what, scene.marked(name), within);
            case TEACHER ->
                new NameKey(
                        supplier,
                        what,
                        name,
                        within == null ? null : scene.schoolNamed(within).id());
        };
    }

    /** What is suggested for the row that is kept aside of an activity: names for people. */
    public List<String> suggestions(String externalId) {
        var row = scene.bean(Quarantine.class).find(key(externalId)).orElseThrow();
        return scene.bean(NameSuggestions.class).findAll(List.of(row)).getOrDefault(row, List.of()).stream()
                .map(suggestion -> scene.unmarked(suggestion.label().zh()))
                .toList();
    }

    /** How the supplier's reports do. */
    public SupplierHealth health() {
        return Objects.requireNonNull(
                scene.bean(SupplierHealths.class).findAll(List.of(supplier)).get(supplier));
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
