package org.tongke.backend.exchange.twins;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.Twins;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;

/** The lessons of 城关, as lists show them: one a line, as in {@code 03-10 10:20 A:L1 = A:L1 B:M1}. Suppliers have one letter. */
final class Lessons {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Activities activities;
    private final Twins twins;
    private final Scene scene;

    Lessons(ApplicationContext application, Scene scene) {
        activities = application.getBean(Activities.class);
        twins = application.getBean(Twins.class);
        this.scene = scene;
    }

    /** The lesson that is everybody's example, as some supplier names it. */
    static Row lesson(String externalId) {
        return Row.lesson(externalId).with("className", "五年级2班");
    }

    /** What stands on the community in the first half of March 2021. */
    List<String> prints() {
        return shown().stream().map(this::print).toList();
    }

    List<Activity> shown() {
        var community = scene.communityNamed("城关").id();
        return activities.findByCommunities(
                Set.of(community),
                Instant.parse("2021-03-01T00:00:00Z"),
                Instant.parse("2021-03-15T00:00:00Z"),
                Scope.EVERYWHERE);
    }

    /** How many are to take place, as a channel counts them. */
    int count() {
        return activities.countByChannels(
                Set.of(Community.channelOf(scene.communityNamed("城关").id())),
                Instant.parse("2021-03-01T00:00:00Z"),
                Instant.parse("2021-03-15T00:00:00Z"),
                1_000,
                Scope.EVERYWHERE);
    }

    private String print(Activity activity) {
        var sources = activity.sources().size() < 2
                ? ""
                : activity.sources().stream()
                        .map(source -> nameOf(source.key().supplier()) + ":"
                                + source.key().externalId()
                                + (source.state() == ActivityState.CANCELLED ? "(x)" : ""))
                        .collect(Collectors.joining(" ", " = ", ""));
        return TIME.format(activity.startsAt()) + " " + nameOf(activity.key().supplier()) + ":"
                + activity.key().externalId()
                + (activity.state() == ActivityState.CANCELLED ? " cancelled" : "") + sources;
    }

    private String nameOf(String supplier) {
        return scene.unmarked(supplier);
    }

    /** Waits until the lessons are these: what reacts by itself takes a moment. */
    void await(String... expected) {
        await(this::prints, List.of(expected));
    }

    static <T> void await(Supplier<T> now, T expected) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!now.get().equals(expected)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(now.get() + " is not " + expected);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Somebody says that what a platform reports is a lesson of its own; what came of it. */
    String separates(Viewer viewer, Platform platform, String externalId) {
        var activity = platform.get(externalId);
        return said(() -> twins.separate(activity.id(), activity.revision(), viewer, scopeOf(viewer)));
    }

    /** The same with a revision that was read before. */
    String separates(Viewer viewer, Platform platform, String externalId, long revision) {
        return said(() -> twins.separate(platform.get(externalId).id(), revision, viewer, scopeOf(viewer)));
    }

    String rejoins(Viewer viewer, Platform platform, String externalId) {
        var activity = platform.get(externalId);
        return said(() -> twins.rejoin(activity.id(), activity.revision(), viewer, scopeOf(viewer)));
    }

    private String said(Supplier<Activity> command) {
        try {
            return print(command.get());
        } catch (RefusedException refused) {
            return refused.refusals().getFirst().code().name();
        }
    }

    private static Scope scopeOf(Viewer viewer) {
        return Scope.of(viewer.places());
    }
}
