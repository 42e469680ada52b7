package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.support.StoresTest;
import org.tongke.backend.verification.deadline.RegionStanding;

/** Any day that is over is shown as it was. */
@StoresTest
class PastProgressTest {
    private static final LocalDate START = LocalDate.parse("2021-03-01");

    private KeptProgress kept;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
        at("2021-03-01T08:00:00");
        kept.facts.community("甲");
    }

    /** The oracle writes down every evening what is shown; days on which nothing, one thing or several change, and one without a look. */
    @Test
    void isWhatWasShownThatEvening() {
        var seen = new TreeMap<LocalDate, String>();
        for (int number = 0; number < 40; number++) {
            var day = START.plusDays(number);
            // a day begins and ends by the programme's clock, not by that of the store
            at(day + "T00:00:10");
            if (number % 5 == 1) {
                kept.facts.lessons("甲", "CHINESE", number);
                kept.told("甲");
            }
            if (number == 12) {
                kept.facts.verdict(
                        "甲", new Verdict(Verdict.Kind.PASSED, FactsInHand.at("2021-03-13T10:00:00"), null, false));
                kept.told("甲");
            }
            if (number == 20) {
                kept.facts.unlist("甲");
                kept.told("甲");
            }
            if (number == 23) {
                kept.facts.community("甲");
                kept.told("甲");
            }
            at(day + "T23:59:50");
            if (number % 3 == 2) {
                kept.keeper.due();
            }
            if (number % 7 == 3) {
                kept.told("甲");
            }
            seen.put(day, shown(null));
        }
        at("2021-04-20T12:00:00");
        var asOf = new TreeMap<LocalDate, String>();
        seen.keySet().forEach(day -> asOf.put(day, shown(day.toString())));
        assertThat(asOf).isEqualTo(seen);
        assertThat(seen.values().stream().distinct().count()).isGreaterThan(8);
        assertThat(shown("2021-02-28")).isEqualTo("nothing 0/0 0");
    }

    /** Progress of the community, and the sums of the county, of a day or now. */
    private String shown(@Nullable String day) {
        var id = FactsInHand.idOf("甲");
        var progress = kept.progresses
                .findAll(FactsInHand.PROGRAMME, List.of(id), kept.asOf(day), Scope.EVERYWHERE)
                .get(id);
        var standing = kept.standing("330382", day);
        var criteria = progress == null
                ? "nothing"
                : progress.criteria().stream()
                        .map(CriterionProgress::measures)
                        .toList()
                        .toString();
        return criteria + " " + standing.planned().communities() + "/"
                + standing.verified().members() + " "
                + standing.outlooks().stream()
                        .flatMap(one -> one.community().paces().stream())
                        .mapToInt(pace -> pace.present())
                        .sum();
    }

    @Test
    void isOfThePlacesWhereItLayThen() {
        kept.facts.community("甲", Mode.MERGED, "330382", "3303", "33");
        kept.told("甲");
        at("2021-03-02T08:00:00");
        kept.facts.community("甲", Mode.MERGED, "330381", "3303", "33");
        kept.told("甲");
        at("2021-03-03T08:00:00");
        var regions = List.of("330382", "330381", "3303");
        assertThat(planned(kept.standings(FactsInHand.PROGRAMME, regions, "2021-03-01", Scope.EVERYWHERE)))
                .isEqualTo(Map.of("330382", 1, "330381", 0, "3303", 1));
        assertThat(planned(kept.standings(FactsInHand.PROGRAMME, regions, "2021-03-02", Scope.EVERYWHERE)))
                .isEqualTo(Map.of("330382", 0, "330381", 1, "3303", 1));
    }

    /** It was killed after it had kept what it was about to overwrite, or another backend was faster: the day is kept again. */
    @Test
    void hasNoHoleWhereSomebodyWasKilledBeforeWriting() {
        kept.told("甲");
        var first = kept.get("甲");
        kept.history.keep(List.of(past(first, 1, "2021-03-01", "2021-03-02")));
        at("2021-03-05T08:00:00");
        assertThat(shown("2021-03-04")).isEqualTo(shown("2021-03-01")).startsWith("[[");
        kept.facts.lessons("甲", "CHINESE", 2);
        kept.told("甲");
        assertThat(kept("2021-03-04")).isPresent();
        // one that looked long ago and comes late with an earlier end
        kept.history.keep(List.of(past(first, 1, "2021-03-01", "2021-03-02")));
        assertThat(kept("2021-03-04")).isPresent();
    }

    /** It looked before another one wrote, on the same day, and comes after that was kept. */
    @Test
    void isTheLastOfItsDayWhoeverComesLate() {
        kept.told("甲");
        var first = kept.get("甲");
        kept.facts.lessons("甲", "CHINESE", 1);
        at("2021-03-02T12:00:00");
        kept.told("甲");
        var second = kept.get("甲");
        at("2021-03-03T12:00:00");
        kept.facts.lessons("甲", "CHINESE", 2);
        kept.told("甲");
        kept.history.keep(List.of(past(second, 2, "2021-03-02", "2021-03-03")));
        kept.history.keep(List.of(past(first, 1, "2021-03-02", "2021-03-03")));
        assertThat(kept("2021-03-02"))
                .hasValueSatisfying(shown ->
                        assertThat(shown.paces()).isEqualTo(second.paces()).isNotEqualTo(first.paces()));
    }

    @Test
    void takesOneDocumentADayOfLessThanThreeKilobytes(MongoDatabase database) {
        kept.facts.everythingAskedOf("甲");
        for (int day = 1; day < 20; day++) {
            kept.clock.advance(Duration.ofDays(1));
            kept.told("甲");
            kept.facts.lessons("甲", "CHINESE", day);
            kept.told("甲");
        }
        var documents = database.getCollection(ProgressHistory.COLLECTION, BsonDocument.class)
                .find()
                .into(new ArrayList<>());
        assertThat(documents).hasSizeBetween(10, 19);
        assertThat(documents).allSatisfy(document -> assertThat(size(document)).isLessThan(3_000));
    }

    private static int size(BsonDocument document) {
        var bytes = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(bytes),
                        document,
                        EncoderContext.builder().build());
        return bytes.getSize();
    }

    private static PastProgress past(CommunityProgress progress, long revision, String from, String until) {
        return new PastProgress(progress.past(null), revision, LocalDate.parse(from), LocalDate.parse(until));
    }

    private Optional<CommunityProgress> kept(String day) {
        var id = FactsInHand.idOf("甲");
        return Optional.ofNullable(kept.history
                .find(List.of(id), LocalDate.parse(day), FactsInHand.PROGRAMME.zone(), Scope.EVERYWHERE)
                .get(id));
    }

    private static Map<String, Integer> planned(Map<String, RegionStanding> standings) {
        var planned = new TreeMap<String, Integer>();
        standings.forEach(
                (code, standing) -> planned.put(code, standing.planned().communities()));
        return planned;
    }

    private void at(String time) {
        kept.clock.set(FactsInHand.at(time));
    }
}
