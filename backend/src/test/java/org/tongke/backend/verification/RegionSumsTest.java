package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.support.StoresTest;
import org.tongke.backend.verification.deadline.RegionStanding;

@StoresTest
class RegionSumsTest {
    private static final List<String> REGIONS = List.of("33", "3303", "330382", "330381", "3301", "330110", "330102");

    private KeptProgress kept;
    private Progresses progresses;
    private List<String> all;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
        progresses = kept.progresses;
        all = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            given(number, "330382", "3303", "33");
            given(number, "330381", "3303", "33");
            given(number, "330110", "3301", "33");
        }
        kept.told(all.toArray(String[]::new));
    }

    /** A quarter of them operates, a quarter is formed and has some lessons, a quarter is collaborative and not among the new ones. */
    private void given(int number, String... regions) {
        var id = regions[0] + "-" + number;
        all.add(id);
        kept.facts.community(id, number % 4 == 3 ? Mode.COLLABORATIVE : Mode.MERGED, regions);
        if (number % 4 == 0) {
            kept.facts.everythingAskedOf(id);
            said(id, number);
        } else if (number % 4 == 1) {
            kept.facts.file(id + "-approval", id, "1.1", ProofKind.PDF).lessons(id, "CHINESE", number);
        }
    }

    /** Of those that operate one is verified, one was sent back, one sent back and submitted again, and so on. */
    private void said(String id, int number) {
        var at = FactsInHand.at("2021-06-01T12:00:00");
        switch (number / 4 % 3) {
            case 0 -> kept.facts.verdict(id, new Verdict(Verdict.Kind.PASSED, at, null, false));
            case 1 -> kept.facts.verdict(id, new Verdict(Verdict.Kind.SENT_BACK, at, null, false));
            default -> kept.facts.verdict(id, new Verdict(Verdict.Kind.RESUBMITTED, at, at, true));
        }
    }

    @Test
    void equalAPlainRecomputation() {
        var standings = kept.standings(FactsInHand.PROGRAMME, REGIONS, null, Scope.EVERYWHERE);
        for (var region : REGIONS) {
            var place = PlaceKey.region(region).value();
            var there = all.stream()
                    .map(kept.facts::get)
                    .filter(community -> community.places().contains(place) && community.mode() != Mode.COLLABORATIVE)
                    .map(community -> kept.get(community.id()))
                    .toList();
            assertThat(print(standings.get(region)))
                    .as(region)
                    .isEqualTo(String.join(
                            " ",
                            print(there, _ -> true),
                            print(there, CommunityProgress::formed),
                            print(there, CommunityProgress::operating),
                            print(there, progress -> progress.verifiedAt() != null),
                            print(there, progress -> progress.review().waitingSince() != null),
                            print(there, progress -> progress.review().resubmitted())));
        }
        assertThat(print(standings.get("33"))).isEqualTo("27/27 18/18 9/9 3/3 3/3 3/3");
        assertThat(print(standings.get("330102"))).isEqualTo("0/0 0/0 0/0 0/0 0/0 0/0");
    }

    @Test
    void knowNothingOfAnotherProgramme() {
        var other = FactsInHand.PROGRAMME.asDemoYear(2022);
        assertThat(kept.standings(other, REGIONS, null, Scope.EVERYWHERE).values())
                .allSatisfy(
                        standing -> assertThat(standing.planned().communities()).isZero());
    }

    @Test
    void endWhereTheScopeEnds() {
        var scope = Scope.of(List.of(PlaceKey.region("330382")));
        var standings = kept.standings(FactsInHand.PROGRAMME, List.of("33"), null, scope);
        assertThat(print(standings.get("33"))).isEqualTo("9/9 6/6 3/3 1/1 1/1 1/1");
    }

    @Test
    void listThoseFirstThatLackMost() {
        assertThat(print(list("330382", page(4, null))))
                .isEqualTo("330382-10 0/5, 330382-2 0/5, 330382-6 0/5, 330382-1 1/5");
    }

    @Test
    void listPageByPageEachOnce() {
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var found = list("3303", page(4, after));
            found.edges().forEach(edge -> seen.add(edge.node().id().communityId()));
            after = found.pageInfo().hasNextPage() ? found.pageInfo().endCursor() : null;
        } while (after != null);
        assertThat(seen).hasSize(18).doesNotHaveDuplicates();
    }

    @Test
    void listManyRegionsAsOneByOne() {
        var first = page(3, null);
        var behind = page(3, list("33", page(11, null)).pageInfo().endCursor());
        for (var page : List.of(first, behind)) {
            var together = progresses.listAll("2021", REGIONS, page, true, Scope.EVERYWHERE);
            assertThat(together.keySet()).containsExactlyInAnyOrderElementsOf(REGIONS);
            for (var region : REGIONS) {
                assertThat(together.get(region)).as(region).isEqualTo(list(region, page));
            }
        }
    }

    /** Communities and their member schools: planned, formed, operating, verified, waiting, submitted again. */
    private static String print(@Nullable RegionStanding found) {
        var standing = Objects.requireNonNull(found);
        return Stream.of(
                        standing.planned(),
                        standing.formed(),
                        standing.operating(),
                        standing.verified(),
                        standing.waiting(),
                        standing.resubmitted())
                .map(count -> count.communities() + "/" + count.members())
                .collect(Collectors.joining(" "));
    }

    private static String print(List<CommunityProgress> there, Predicate<CommunityProgress> counts) {
        var counted = there.stream().filter(counts).toList();
        return counted.size() + "/"
                + counted.stream().mapToInt(CommunityProgress::memberCount).sum();
    }

    private static PageRequest page(int first, @Nullable String after) {
        return PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, first, after);
    }

    private static String print(Connection<CommunityProgress> page) {
        return page.edges().stream()
                .map(edge -> edge.node())
                .map(progress -> progress.id().communityId() + " " + progress.metCount() + "/" + progress.askedCount())
                .collect(Collectors.joining(", "));
    }

    private Connection<CommunityProgress> list(String regionCode, PageRequest page) {
        return Objects.requireNonNull(progresses
                .listAll("2021", List.of(regionCode), page, true, Scope.EVERYWHERE)
                .get(regionCode));
    }
}
