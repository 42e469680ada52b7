package org.tongke.backend.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import com.mongodb.client.model.Filters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.BackupCommand;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.directory.School;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.StoredState;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.World;

/** The whole backend is killed while lessons are reported and progress is computed, and loses its stores. */
@Tag("slow")
class KilledBackendTest extends KilledJourney {
    @Test
    void isNotKilled() throws Exception {
        var journeys = BothJourneys.begin(backend(), stores, api());
        assertThat(journeys.goOn(api())).isEmpty();
        assertThat(ends(journeys)).isEqualTo(UNINTERRUPTED);
    }

    @Test
    void isKilledBetweenAnyTwoStepsOfAReport() throws Exception {
        killAt(
                new Point("sync.resolved", "report"),
                new Point("sync.applied", "report"),
                new Point("sync.quarantined", "report"),
                new Point("sync.released", "report"));
    }

    /** Progress is computed while requests are answered, so nobody knows which of them are. */
    @Test
    void isKilledWhileItComputesProgress() throws Exception {
        var journeys = BothJourneys.begin(backend(), stores, api());
        Eventually.answers(() -> journeys.state(backend(), api()), state -> state.contains("课堂 3/"));
        stop();
        try (var child = ChildBackend.start(stores, "progress.evaluated")) {
            journeys.goOn(child.api());
            assertThat(child.awaitEnd()).isEqualTo(ChildBackend.KILLED);
        }
        assertThat(journeys.goOn(api())).isEmpty();
        assertThat(ends(journeys)).isEqualTo(UNINTERRUPTED);
    }

    private int command(String command) {
        var arguments = Stream.concat(
                Stream.of(command),
                stores.properties().entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue()));
        return BackupCommand.run(UnaryOperator.identity(), arguments.toArray(String[]::new));
    }

    /** A backup is made in the middle of the journeys, all is lost, and they go on where the backup was made. */
    @Test
    void losesItsStoresAndGetsThemBack(@TempDir Path folder) throws Exception {
        var journeys = BothJourneys.begin(backend(), stores, api());
        stop();
        try (var child = ChildBackend.start(stores, "upload.claimed")) {
            assertThat(journeys.goOn(child.api())).isEqualTo("confirm photo");
            assertThat(child.awaitEnd()).isEqualTo(ChildBackend.KILLED);
        }
        var file = folder.resolve("tongke.zip");
        assertThat(command("--tongke.backup=" + file)).isZero();
        assertThat(folder.toFile().list()).containsExactly("tongke.zip");
        var before = stored();
        assertThat(command("--tongke.restore=" + file))
                .as("into stores that are not empty")
                .isOne();
        stores.dropDatabase();
        Stores.dropBucket(stores);
        var cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(file), 5_000));
        assertThat(command("--tongke.restore=" + cut)).as("half a backup").isOne();
        assertThat(command("--tongke.restore=" + file)).isZero();
        assertThat(stored().changedSince(before)).isEmpty();
        assertThat(journeys.goOn(api())).isEmpty();
        assertThat(ends(journeys)).isEqualTo(UNINTERRUPTED);
    }

    private StoredState stored() {
        try (var client = stores.connect()) {
            return StoredState.of(client.getDatabase(stores.name()));
        }
    }

    @Test
    void isKilledInTheMiddleOfALargeBatch() throws Exception {
        var world = World.in(backend());
        var community = world.community(world.school("330382"), List.of(world.school("330382")));
        var names = world.schoolsOf(community).stream().map(School::name).toArray(String[]::new);
        var platform = world.platformOf(world.supplierOfLessons());
        var clerk = world.person(Role.CLERK, PlaceKey.school(community.coreId()));
        var rows =
                IntStream.range(0, 500).mapToObj(number -> row(number, names)).toList();
        var batch = UUID.randomUUID();
        stop();
        try (var child = ChildBackend.start(stores, "");
                var client = stores.connect()) {
            var caller = Caller.of(child.api(), platform);
            var answer = CompletableFuture.supplyAsync(() -> caller.counts(batch, rows));
            var written = client.getDatabase(stores.name()).getCollection("activities");
            while (written.find(Filters.eq("touches", "community:" + community.id()))
                                    .first()
                            == null
                    && !answer.isDone()) {}
            child.kill();
            assertThat(child.awaitEnd()).isEqualTo(ChildBackend.KILLED);
            assertThat(answer.handle((counts, gone) -> gone == null ? counts : "no answer")
                            .get())
                    .isEqualTo("no answer");
        }
        var repeated = Caller.of(api(), platform);
        assertThat(repeated.counts(batch, rows)).endsWith("unchanged").doesNotContain("refused", "older");
        assertThat(repeated.counts(batch, rows)).isEqualTo("500 unchanged");
        var officer = Caller.of(api(), clerk);
        var supplier = world.supplierOfLessons().id();
        // they are reported long after their end
        backend()
                .getBean(Activities.class)
                .recordAttendances(
                        IntStream.range(0, rows.size())
                                .mapToObj(number -> new ActivityKey(supplier, "L" + number).id())
                                .collect(Collectors.toMap(Function.identity(), any -> 40)),
                        Origin.system("test"));
        assertThat(Eventually.answers(() -> officer.progress(community, "2.1"), line -> line.contains("课堂 500/")))
                .isEqualTo("LACKING 学科 1/2, 城乡同步课堂 500/20, 同步课堂图片 0/1");
    }

    private static Row row(int number, String... schools) {
        var time = LocalDateTime.of(2021, 3, 1, 8, 0).plusHours(number);
        return lesson("L" + number).schools(schools).at(time.toString());
    }
}
