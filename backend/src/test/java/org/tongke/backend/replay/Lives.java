package org.tongke.backend.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.replay.Said.Series;
import org.tongke.backend.replay.Said.Subject;
import org.tongke.backend.replay.Stage.Group;
import org.tongke.backend.replay.Stage.Habit;
import org.tongke.backend.replay.Stage.Platform;
import org.tongke.backend.replay.Stage.School;
import org.tongke.backend.replay.Stage.Teacher;

/** Invents lessons and what becomes of them: all that is ever said of one, in the order in which it is true. */
final class Lives {
    static final String HAND = "hand";
    /** A word that few titles hold, and nothing else. */
    static final String RARE_WORD = "观摩";

    private static final List<Subject> SUBJECTS =
            List.of(new Subject("CHINESE", "语文"), new Subject("MATHEMATICS", "数学"), new Subject("ENGLISH", "英语"));
    private static final List<String> TITLES = List.of("分数的意义", "圆的周长", "桂林山水", "草船借箭", "四季", "比和比例");
    private static final List<String> CLASSES = List.of("三年级1班", "四年级1班", "四年级2班", "五年级1班", "五年级2班", "六年级3班");
    private static final List<String> SPELLED = List.of("三年级１班", "四年级 1班", "四年级2 班", "五年级１班", "五年级 2 班", "六年级3班");
    private static final List<Integer> MINUTES = List.of(40, 40, 40, 40, 40, 40, 40, 40, 35, 90);
    private static final int MOST_CHANGES = 7;
    private static final long MOST_REVISION = (1L << 53) - 1;

    private final Stage stage;
    private final Random random;
    private int made;

    Lives(Stage stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    /** @param like a lesson of another supplier's, which this one reports as well; null for a new one */
    List<Said> ofPlatform(Platform platform, @Nullable Said like) {
        var number = ++made;
        var externalId = platform.habit() == Habit.AT_RANDOM ? "课/" + number + " : " + number % 7 : "L" + number;
        return life(first(
                platform.id(), platform.name(), externalId, revision(platform.habit(), 1), platform.habit(), like));
    }

    List<Said> byHand(@Nullable Said like) {
        var id = new UUID(random.nextLong(), random.nextLong()).toString();
        var said = first(HAND, "", id, 1, Habit.AT_ONCE, like);
        // the school that enters it is its supplier
        return life(new Said(
                HAND,
                said.taught().name(),
                id,
                1,
                false,
                said.title(),
                said.subject(),
                said.startsAt(),
                said.endsAt(),
                said.group(),
                said.schools(),
                said.room(),
                said.teachers(),
                said.className(),
                said.className(),
                null,
                said.joinUrl()));
    }

    private Said first(
            String supplier, String name, String externalId, long revision, Habit habit, @Nullable Said like) {
        var group = like == null ? pick(stage.groups()) : like.group();
        var schools = schools(group, like == null ? pick(group.schools()) : like.taught());
        var startsAt = like == null ? slot() : like.startsAt();
        // research is of no class, and so of no subject here
        var classNumber = like != null && like.className() != null
                ? CLASSES.indexOf(like.className())
                : random.nextInt(CLASSES.size());
        var isLesson = like != null || random.nextInt(10) > 0;
        var series = random.nextInt(3) == 0
                ? new Series("系列/" + group.id() + "-" + random.nextInt(3), "系列" + supplier + group.id())
                : null;
        return new Said(
                supplier,
                name,
                externalId,
                revision,
                false,
                title(),
                isLesson ? pick(SUBJECTS) : null,
                startsAt,
                startsAt.plus(Duration.ofMinutes(pick(MINUTES))),
                group,
                schools,
                random.nextBoolean() ? "录播教室" + random.nextInt(3) : null,
                teachers(schools),
                isLesson ? CLASSES.get(classNumber) : null,
                isLesson ? spelled(habit, classNumber) : null,
                series,
                random.nextBoolean() ? link() : null);
    }

    private static String spelled(Habit habit, int classNumber) {
        return habit == Habit.BY_NIGHT ? SPELLED.get(classNumber) : CLASSES.get(classNumber);
    }

    private List<School> schools(Group group, School taught) {
        var schools = new ArrayList<School>();
        schools.add(taught);
        var others = new ArrayList<>(group.schools());
        others.remove(taught);
        schools.add(others.remove(random.nextInt(others.size())));
        if (random.nextInt(4) == 0) {
            schools.add(others.getFirst());
        }
        return List.copyOf(schools);
    }

    private List<Teacher> teachers(List<School> schools) {
        var leads = pick(schools.getFirst().teachers());
        return random.nextBoolean() ? List.of(leads, pick(schools.get(1).teachers())) : List.of(leads);
    }

    private String title() {
        return pick(TITLES) + (random.nextInt(40) == 0 ? RARE_WORD : "") + random.nextInt(100);
    }

    private String link() {
        return "https://lessons.example/" + random.nextInt(1_000_000);
    }

    private Instant slot() {
        return stage.monday()
                .plusWeeks(random.nextInt(stage.weeks()))
                .plusDays(random.nextInt(5))
                .atTime(pick(Times.PERIODS))
                .atZone(Times.ZONE)
                .toInstant();
    }

    private long revision(Habit habit, int number) {
        return switch (habit) {
            case AT_ONCE -> number;
            case BY_NIGHT -> 1_790_000_000L + number * 86_400L + random.nextInt(86_400);
            case AT_RANDOM -> MOST_REVISION - (MOST_CHANGES + 1 - number) * 1_000L - random.nextInt(1_000);
        };
    }

    private List<Said> life(Said first) {
        var habit = stage.platforms().stream()
                .filter(platform -> platform.id().equals(first.supplier()))
                .map(Platform::habit)
                .findFirst()
                .orElse(Habit.AT_ONCE);
        var life = new ArrayList<Said>();
        life.add(first);
        var changes = Math.min(MOST_CHANGES, random.nextInt(4) + (random.nextInt(3) == 0 ? random.nextInt(5) : 0));
        for (int number = 0; number < changes; number++) {
            var now = life.getLast();
            if (now.supplier().equals(HAND) && now.cancelled()) {
                break;
            }
            life.add(next(life, revision(habit, life.size() + 1), habit));
        }
        return List.copyOf(life);
    }

    private Said next(List<Said> life, long revision, Habit habit) {
        var now = life.getLast();
        var byHand = now.supplier().equals(HAND);
        var said = new Change(now, revision);
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> said.startsAt(slot());
            case 6, 7 ->
                said.startsAt(
                        life.getFirst().startsAt().equals(now.startsAt())
                                ? slot()
                                : life.getFirst().startsAt());
            case 8 -> {
                said.startsAt(slot());
                if (!byHand) {
                    said.room = "报告厅" + random.nextInt(9);
                    said.cancelled = false;
                }
            }
            case 9, 10 -> said.cancelled = !now.cancelled();
            case 11 -> said.endsAt = now.endsAt().plus(Duration.ofMinutes(5));
            case 12, 13 -> said.title = title() + "（新）" + revision % 97;
            case 14 -> said.room = now.room() == null ? "录播教室" : null;
            case 15, 16 ->
                said.teachers =
                        List.of(other(now.taught().teachers(), now.teachers().getFirst()));
            case 17 -> said.joinUrl = link();
            case 18 -> said.schools = now.schools().size() == 3 ? now.schools().subList(0, 2) : withThird(now);
            default -> {
                if (now.className() == null) {
                    said.title = title() + "（改）" + revision % 97;
                } else {
                    var number = (CLASSES.indexOf(now.className()) + 1) % CLASSES.size();
                    said.className = CLASSES.get(number);
                    said.classSpelled = spelled(habit, number);
                }
            }
        }
        return said.said();
    }

    private static List<School> withThird(Said now) {
        var schools = new ArrayList<>(now.schools());
        now.group().schools().stream()
                .filter(school -> !schools.contains(school))
                .forEach(schools::add);
        return List.copyOf(schools);
    }

    private <T> T other(List<T> things, T than) {
        return pick(things.stream().filter(thing -> !thing.equals(than)).toList());
    }

    <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** What is said next, in the making. */
    private static final class Change {
        private final Said before;
        private final long revision;
        private boolean cancelled;
        private String title;
        private Instant startsAt;
        private Instant endsAt;
        private List<School> schools;
        private @Nullable String room;
        private List<Teacher> teachers;
        private @Nullable String className;
        private @Nullable String classSpelled;
        private @Nullable String joinUrl;

        Change(Said before, long revision) {
            this.before = before;
            this.revision = revision;
            cancelled = before.cancelled();
            title = before.title();
            startsAt = before.startsAt();
            endsAt = before.endsAt();
            schools = before.schools();
            room = before.room();
            teachers = before.teachers();
            className = before.className();
            classSpelled = before.classSpelled();
            joinUrl = before.joinUrl();
        }

        /** Moves it; it lasts as long as before. */
        void startsAt(Instant to) {
            endsAt = to.plus(Duration.between(startsAt, endsAt));
            startsAt = to;
        }

        Said said() {
            return new Said(
                    before.supplier(),
                    before.supplierName(),
                    before.externalId(),
                    revision,
                    cancelled,
                    title,
                    before.subject(),
                    startsAt,
                    endsAt,
                    before.group(),
                    schools,
                    room,
                    teachers,
                    className,
                    classSpelled,
                    before.series(),
                    joinUrl);
        }
    }
}
