package org.tongke.backend.verification;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Goals;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.RegionsInHand;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.verification.deadline.RegionStanding;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.Measure;

/** Progress of the facts in hand, kept in a store; the clock stands at the end of June 2021 unless it is moved. */
final class KeptProgress {
    final FactsInHand facts = new FactsInHand();
    final TestClock clock = new TestClock();
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final MongoCollection<Document> documents;
    final ProgressStore store;
    final LookStore looks;
    final ProgressHistory history;
    final Progresses progresses;
    final ProgressKeeper keeper;
    final ProgressSweep sweep;

    KeptProgress(MongoDatabase database) {
        clock.set(FactsInHand.at("2021-06-30T12:00:00"));
        documents = database.getCollection(ProgressStore.COLLECTION);
        store = new ProgressStore(database);
        looks = new LookStore(database);
        history = new ProgressHistory(database);
        progresses = new Progresses(
                store, history, (programme, moment) -> new Goals(programme, List.of(), moment), RegionsInHand.all());
        var recomputation = recomputationOf(facts);
        sweep = new ProgressSweep(recomputation, facts, clock, metrics);
        keeper = new ProgressKeeper(recomputation, sweep);
    }

    Recomputation recomputationOf(FactSource source) {
        return recomputationOf(source, FactsInHand.PROGRAMME);
    }

    Recomputation recomputationOf(FactSource source, Programme... programmes) {
        return new Recomputation(looks, history, source, List.of(programmes), clock);
    }

    /** Facts of these communities were written. */
    KeptProgress told(String... communities) {
        keeper.on(List.of(FactsInHand.entry("activities", communities)));
        return this;
    }

    CommunityProgress get(String community) {
        return progresses.find(FactsInHand.idOf(community), Scope.EVERYWHERE).orElseThrow();
    }

    /** How a region stands by the clock. */
    RegionStanding standing(String regionCode) {
        return standing(regionCode, null);
    }

    RegionStanding standing(String regionCode, @Nullable String day) {
        return Objects.requireNonNull(standings(FactsInHand.PROGRAMME, List.of(regionCode), day, Scope.EVERYWHERE)
                .get(regionCode));
    }

    Map<String, RegionStanding> standings(
            Programme programme, List<String> regionCodes, @Nullable String day, Scope scope) {
        return progresses.standings(programme, regionCodes, asOf(day), scope);
    }

    AsOf asOf(@Nullable String day) {
        return AsOf.of(day == null ? null : LocalDate.parse(day), FactsInHand.PROGRAMME.zone(), clock.instant());
    }

    long revision(String community) {
        var document = document(community);
        return document.get("revision", Number.class).longValue();
    }

    Document document(String community) {
        var document = documents
                .find(new Document("_id", FactsInHand.idOf(community).raw()))
                .first();
        if (document == null) {
            throw new AssertionError("no progress of " + community);
        }
        return document;
    }

    /** One line for a community, as in {@code 1/5: 1.1}: how many criteria of how many are met, and which. */
    String print(String community) {
        var progress = get(community);
        return progress.metCount() + "/" + progress.askedCount() + ": "
                + progress.criteria().stream()
                        .filter(criterion -> criterion.state() == State.MET)
                        .map(CriterionProgress::code)
                        .collect(Collectors.joining(" "));
    }

    /** One line for a criterion, as in {@code LACKING | SUBJECTS 1/2, ACTIVITIES 19/20, DOCUMENTS 1/1}. */
    String print(String community, String code) {
        return get(community).criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .map(criterion -> criterion.state() + " | "
                        + criterion.measures().stream().map(KeptProgress::print).collect(Collectors.joining(", ")))
                .findFirst()
                .orElseThrow();
    }

    private static String print(Measure measure) {
        return measure.of() + " " + measure.present() + "/" + measure.needed();
    }
}
