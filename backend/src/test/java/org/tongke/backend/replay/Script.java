package org.tongke.backend.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.replay.Stage.Habit;
import org.tongke.backend.replay.Stage.Platform;
import org.tongke.backend.replay.Stage.Reader;
import org.tongke.backend.replay.Step.Choosing;

/**
 * What happens: one list of steps for each supplier and some for the schools, which are done side by side, each in its order. The same
 * stage, number and seed give the same script.
 *
 * <p>Rows come shuffled, so that older ones come after newer ones; doubled; some are dropped and sent again at the end; and some say
 * too little.
 */
final class Script {
    private static final double HAND_SHARE = 0.02;
    private static final double DROPPED = 0.05;
    private static final double DOUBLED = 0.3;
    private static final double BROKEN = 0.01;
    private static final double SHUFFLED = 0.05;
    private static final double SENT_AGAIN = 0.2;
    /** Schools enter side by side. */
    private static final int HANDS = 3;
    /** How many of the lessons another supplier has reported already. */
    private static final double TWINS = 0.3;

    private final Stage stage;
    private final Random random;
    private final Lives lives;
    private final Map<String, List<Said>> all = new HashMap<>();
    /** Of each lesson that was ever said, one of those with which it is, or may be for a while, one lesson. */
    private final Map<String, String> families = new HashMap<>();

    private final List<List<Step>> actors = new ArrayList<>();
    private int changes;

    /** Something that is said at a moment, from 0 to 1. */
    private record Due(double at, Said said) {}

    private Script(Stage stage, long seed) {
        this.stage = stage;
        random = new Random(seed);
        lives = new Lives(stage, random);
    }

    /**
     * The script.
     *
     * @param changes how many different things are said, at least
     */
    static Script of(Stage stage, int changes, long seed) {
        var script = new Script(stage, seed);
        script.write(changes);
        return script;
    }

    /** What each of those who act does, in this order. */
    List<List<Step>> actors() {
        return actors;
    }

    /** How many different things are said. */
    int changes() {
        return changes;
    }

    /** How many rows are sent for that. */
    int rows() {
        return actors.stream()
                .flatMap(List::stream)
                .mapToInt(
                        step -> step instanceof Step.Batch batch ? batch.rows().size() : 0)
                .sum();
    }

    private void write(int wanted) {
        var byPlatform = new HashMap<Platform, List<List<Said>>>();
        stage.platforms().forEach(platform -> byPlatform.put(platform, new ArrayList<>()));
        var byHand = new ArrayList<List<Said>>();
        var pool = new ArrayList<Said>();
        while (changes < wanted) {
            var like = pool.isEmpty() || random.nextDouble() > TWINS ? null : lives.pick(pool);
            List<Said> life;
            if (random.nextDouble() < HAND_SHARE) {
                life = lives.byHand(like);
                byHand.add(life);
            } else {
                var platform = otherThan(like);
                life = lives.ofPlatform(platform, like);
                byPlatform.getOrDefault(platform, List.of()).add(life);
            }
            changes += life.size();
            all.put(life.getFirst().id(), life);
            if (like == null) {
                life.stream().filter(said -> said.className() != null).forEach(pool::add);
            }
        }
        findFamilies();
        for (int index = 0; index < stage.platforms().size(); index++) {
            var platform = stage.platforms().get(index);
            actors.add(withChoices(batches(platform, due(byPlatform.getOrDefault(platform, List.of()), true)), index));
        }
        for (int hand = 0; hand < HANDS; hand++) {
            var number = hand;
            actors.add(hands(due(
                    byHand.stream()
                            .filter(life ->
                                    stage.groups().indexOf(life.getFirst().group()) % HANDS == number)
                            .toList(),
                    false)));
        }
    }

    private Platform otherThan(@Nullable Said like) {
        return lives.pick(stage.platforms().stream()
                .filter(platform -> like == null || !platform.id().equals(like.supplier()))
                .toList());
    }

    private void findFamilies() {
        var byKey = new HashMap<String, String>();
        all.values().stream().flatMap(List::stream).forEach(said -> {
            families.putIfAbsent(said.id(), said.id());
            var key = said.lessonKey();
            var other = key == null ? null : byKey.putIfAbsent(key, said.id());
            if (other != null) {
                families.put(family(said.id()), family(other));
            }
        });
    }

    private String family(String id) {
        var head = id;
        while (!head.equals(families.getOrDefault(head, head))) {
            head = families.getOrDefault(head, head);
        }
        return head;
    }

    /** When each thing is said for the first time: a lesson's in their order. */
    private List<Due> due(List<List<Said>> said, boolean noisy) {
        var due = new ArrayList<Due>();
        for (var life : said) {
            var times = random.doubles(life.size()).sorted().toArray();
            for (int index = 0; index < times.length; index++) {
                due.add(new Due(times[index], life.get(index)));
            }
        }
        if (noisy) {
            due.replaceAll(one -> new Due(arrival(one.at()), one.said()));
            due.addAll(due.stream()
                    .filter(any -> random.nextDouble() < DOUBLED)
                    .map(one -> new Due(one.at() + random.nextDouble() * 0.4, one.said()))
                    .toList());
        }
        due.sort(Comparator.comparingDouble(Due::at));
        return due;
    }

    private double arrival(double at) {
        return random.nextDouble() < DROPPED
                ? 1 + random.nextDouble()
                : at + SHUFFLED * (random.nextDouble() - random.nextDouble());
    }

    private List<Step> batches(Platform platform, List<Due> due) {
        var steps = new ArrayList<Step>();
        var sent = new ArrayList<Step.Row>();
        var next = 0;
        while (next < due.size()) {
            var end = Math.min(due.size(), next + size(platform.habit()));
            var rows = new ArrayList<Step.Row>();
            for (var one : due.subList(next, end)) {
                if (random.nextDouble() < BROKEN) {
                    rows.add(new Step.Row(one.said(), true));
                }
                rows.add(new Step.Row(one.said(), false));
            }
            next = end;
            Collections.shuffle(rows, random);
            steps.add(batch(platform, rows));
            sent.addAll(rows);
            if (random.nextDouble() < SENT_AGAIN) {
                steps.add(
                        platform.habit() == Habit.BY_NIGHT
                                ? batch(platform, some(sent, size(platform.habit())))
                                : steps.getLast());
            }
        }
        return steps;
    }

    private List<Step.Row> some(List<Step.Row> rows, int count) {
        var some = new ArrayList<Step.Row>();
        for (int row = 0; row < count; row++) {
            some.add(lives.pick(rows));
        }
        return some;
    }

    private Step batch(Platform platform, List<Step.Row> rows) {
        return new Step.Batch(platform, new UUID(random.nextLong(), random.nextLong()), List.copyOf(rows));
    }

    private int size(Habit habit) {
        return switch (habit) {
            case AT_ONCE -> 20 + random.nextInt(60);
            case BY_NIGHT -> 300 + random.nextInt(100);
            case AT_RANDOM -> 1 + random.nextInt(300);
        };
    }

    private List<Step> hands(List<Due> due) {
        var steps = new ArrayList<Step>();
        var standing = new HashMap<String, Said>();
        for (var one : due) {
            var said = one.said();
            var reader = stage.readers().stream()
                    .filter(person -> person.school().equals(said.taught()))
                    .filter(any -> random.nextBoolean())
                    .findFirst();
            var step = new Step.Hand(
                    reader.map(Reader::token).orElse(Stage.clerkOf(said.group())),
                    reader.map(Reader::account).orElse("clerk-" + said.group().id()),
                    standing.put(said.id(), said),
                    said);
            steps.add(step);
            if (random.nextDouble() < SENT_AGAIN) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** Every third reader chooses among the steps of one supplier, of whose lessons some have come by then. */
    private List<Step> withChoices(List<Step> steps, int platform) {
        var choices = new HashMap<Integer, List<Step>>();
        var readers = stage.readers();
        for (int number = platform;
                number < readers.size();
                number += stage.platforms().size()) {
            // the very first one never chooses anything
            if (number > 0) {
                choose(readers.get(number), steps, choices);
            }
        }
        var merged = new ArrayList<Step>();
        for (int index = 0; index < steps.size(); index++) {
            merged.add(steps.get(index));
            merged.addAll(choices.getOrDefault(index, List.of()));
        }
        return merged;
    }

    private void choose(Reader reader, List<Step> steps, Map<Integer, List<Step>> choices) {
        var picked = new HashSet<String>();
        var other = lives.pick(stage.groups());
        var school = lives.pick(other.schools());
        at(anywhere(steps), choices, reader, Choosing.FOLLOW, "Community:" + other.id());
        at(anywhere(steps), choices, reader, Choosing.FOLLOW, "SchoolClass:" + school.id() + ":五年级2班");
        at(
                anywhere(steps),
                choices,
                reader,
                Choosing.FOLLOW,
                "Teacher:" + school.teachers().getLast().id());
        if (random.nextInt(4) == 0) {
            at(
                    anywhere(steps),
                    choices,
                    reader,
                    Choosing.UNFOLLOW,
                    "School:" + reader.school().id());
            at(
                    anywhere(steps),
                    choices,
                    reader,
                    Choosing.UNFOLLOW,
                    "Community:" + reader.group().id());
        }
        for (int number = 0; number < 12; number++) {
            var index = anywhere(steps);
            var said = theirs(reader, other, steps, index);
            if (said == null || !picked.add(family(said.id()))) {
                continue;
            }
            switch (number % 6) {
                case 0, 1, 2 -> at(index, choices, reader, Choosing.HIDE, "Activity:" + said.id());
                case 3 -> {
                    at(index, choices, reader, Choosing.HIDE, "Activity:" + said.id());
                    at(
                            index + random.nextInt(steps.size() - index),
                            choices,
                            reader,
                            Choosing.SHOW,
                            "Activity:" + said.id());
                }
                case 4 -> at(index, choices, reader, Choosing.ADD, "Activity:" + said.id());
                default -> hideSeries(index, choices, reader, said);
            }
        }
        // and one of anybody's, wherever it is
        var index = anywhere(steps);
        var rows = steps.get(index) instanceof Step.Batch batch ? sound(batch) : List.<Said>of();
        if (!rows.isEmpty()) {
            var said = lives.pick(rows);
            if (picked.add(family(said.id()))) {
                at(index, choices, reader, Choosing.ADD, "Activity:" + said.id());
            }
            if (said.series() != null) {
                at(index, choices, reader, Choosing.FOLLOW, seriesOf(said));
            }
        }
    }

    private void hideSeries(int index, Map<Integer, List<Step>> choices, Reader reader, Said said) {
        if (said.series() != null) {
            at(index, choices, reader, Choosing.HIDE_SERIES, seriesOf(said));
        }
    }

    private static String seriesOf(Said said) {
        return "CourseSeries:" + said.supplier() + ":"
                + Objects.requireNonNull(said.series()).id();
    }

    private int anywhere(List<Step> steps) {
        return random.nextInt(steps.size());
    }

    /** A lesson of one of the communities that a reader looks at, which is there by a step. */
    private @Nullable Said theirs(Reader reader, Stage.Group other, List<Step> steps, int index) {
        var found = steps.get(index) instanceof Step.Batch batch
                ? sound(batch).stream()
                        .filter(said -> said.group().equals(reader.group())
                                || said.group().equals(other))
                        .toList()
                : List.<Said>of();
        return found.isEmpty() ? null : lives.pick(found);
    }

    private static List<Said> sound(Step.Batch batch) {
        return batch.rows().stream()
                .filter(row -> !row.broken())
                .map(Step.Row::said)
                .toList();
    }

    private static void at(int index, Map<Integer, List<Step>> choices, Reader reader, Choosing what, String thing) {
        choices.computeIfAbsent(index, any -> new ArrayList<>()).add(new Step.Choice(reader, what, thing));
    }
}
