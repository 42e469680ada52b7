package org.tongke.backend.activity;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;

/** What stands at a time with the same class, room or teacher, before somebody enters, moves or copies an activity. */
@Component
public class EntryClashes {
    private static final int MOST = 10;

    private final ActivityStore store;

    EntryClashes(ActivityStore store) {
        this.store = store;
    }

    /**
     * What is planned.
     *
     * @param startsAt when it would begin
     * @param endsAt when it would end; not after the start: then nothing clashes
     * @param className class of the first school
     * @param schools schools that would take part, with rooms and classes
     * @param teachers its teachers, by raw id or by name
     * @param activityId raw id of the activity that it is, if it is entered already
     */
    public record Plan(
            Instant startsAt,
            Instant endsAt,
            @Nullable String className,
            List<EntryForm.School> schools,
            List<EntryForm.Teacher> teachers,
            @Nullable String activityId) {}

    /**
     * Something that clashes.
     *
     * @param activity what stands there
     * @param shared names of classes, rooms and teachers that are the same
     */
    public record Clash(Activity activity, Set<String> shared) {}

    /** What clashes with a plan, at most 10, in the order of their start. At most one round trip. */
    public List<Clash> find(Plan plan, Scope scope) {
        var channels = channels(plan);
        if (channels.isEmpty() || !plan.endsAt().isAfter(plan.startsAt())) {
            return List.of();
        }
        // what began earlier may not have ended yet
        var from = plan.startsAt().minus(ActivityReport.LONGEST);
        return store.findByChannels(channels, from, plan.endsAt(), scope).stream()
                .filter(activity -> activity.state() == ActivityState.PLANNED
                        && activity.endsAt().isAfter(plan.startsAt())
                        && !activity.lessonIds().contains(Objects.requireNonNullElse(plan.activityId(), "")))
                .map(activity -> new Clash(activity, shared(plan, activity)))
                .filter(clash -> !clash.shared().isEmpty())
                .limit(MOST)
                .toList();
    }

    private static Set<String> channels(Plan plan) {
        var channels = new HashSet<String>();
        plan.schools()
                .forEach(school -> channels.add(PlaceKey.school(school.id()).value()));
        plan.teachers().stream()
                .flatMap(teacher -> Stream.ofNullable(teacher.id()))
                .forEach(id -> channels.add(ChannelKey.ofTeacher(id).value()));
        return channels;
    }

    private static Set<String> shared(Plan plan, Activity activity) {
        var shared = new LinkedHashSet<String>();
        for (var school : activity.schools()) {
            plan.schools().stream()
                    .filter(planned -> planned.id().equals(school.schoolId()))
                    .forEach(planned -> {
                        addIfSame(shared, school.className(), className(plan, planned));
                        addIfSame(shared, school.room(), planned.room());
                    });
        }
        for (var teacher : activity.teachers()) {
            if (plan.teachers().stream().anyMatch(planned -> isSame(planned, teacher))) {
                shared.add(teacher.name());
            }
        }
        return shared;
    }

    private static @Nullable String className(Plan plan, EntryForm.School planned) {
        var isFirst = plan.schools().getFirst().equals(planned);
        return isFirst && plan.className() != null && !plan.className().isBlank()
                ? plan.className()
                : planned.className();
    }

    private static void addIfSame(Set<String> shared, @Nullable String standing, @Nullable String planned) {
        if (standing != null && planned != null && Names.normalize(standing).equals(Names.normalize(planned))) {
            shared.add(standing);
        }
    }

    /** By id where both are known; else by name, within the schools that the two have in common. */
    private static boolean isSame(EntryForm.Teacher planned, ActivityTeacher standing) {
        if (planned.id() != null && standing.teacherId() != null) {
            return planned.id().equals(standing.teacherId());
        }
        return planned.name() != null && Names.normalize(planned.name()).equals(Names.normalize(standing.name()));
    }
}
