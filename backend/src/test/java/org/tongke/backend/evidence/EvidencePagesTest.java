package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** Pages of the evidence of one community and of many. */
@Tag("slow")
@StoresTest
class EvidencePagesTest {
    private static final Instant NOON = Instant.parse("2021-05-20T04:00:00Z");
    private static final PageRequest THREE = new PageRequest(3, Optional.empty());

    private final List<String> commands = new ArrayList<>();
    private final MongoClient client = Stores.get().connect(new CommandListener() {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            commands.add(event.getCommandName());
        }
    });
    private final MongoDatabase database = Stores.freshDatabase(client);
    private final EvidenceStore store = new EvidenceStore(database, at -> at.equals(NOON) ? "2021" : "another");

    /** Five pieces for each community, one a minute; two of them at the same instant. */
    @BeforeEach
    void fill() {
        for (int community = 0; community < 150; community++) {
            for (int number = 1; number <= 5; number++) {
                put(community, number);
            }
        }
        commands.clear();
    }

    private void put(int community, int number) {
        var evidence = new Evidence(
                "c%d-%d".formatted(community, number),
                List.of("c" + community),
                null,
                "given",
                number == 5 ? "1.1" : "2.1",
                null,
                "file",
                "hash",
                ProofKind.PICTURE,
                "照片.jpg",
                null,
                "王老师",
                "wang",
                NOON.plusSeconds(number < 4 ? 0 : 60L * number),
                List.of("region:33", "school:s" + community),
                EvidenceLife.begun(null));
        store.put(evidence, Origin.system("test"), NOON);
    }

    @Test
    void namesTheProgrammeThatRanWhereAPieceIsFromBeforeItWasNamed() {
        assertThat(store.find("c1-1", Scope.EVERYWHERE).orElseThrow().programmeId())
                .isEqualTo("given");
        database.getCollection(EvidenceStore.COLLECTION).updateMany(Filters.empty(), Updates.unset(Claim.PROGRAMME));
        assertThat(store.find("c1-1", Scope.EVERYWHERE).orElseThrow().programmeId())
                .isEqualTo("2021");
        assertThat(store.find("c1-4", Scope.EVERYWHERE).orElseThrow().programmeId())
                .isEqualTo("another");
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    private List<Evidence> list(String community, Optional<String> criterion, PageRequest page, Scope scope) {
        return store.listEach(Set.of(community), asked(criterion, page, scope)).getOrDefault(community, List.of());
    }

    private static EvidencePage.Asked asked(Optional<String> criterion, PageRequest page, Scope scope) {
        return new EvidencePage.Asked(criterion, Set.of(EvidenceState.CURRENT), page, scope);
    }

    private static String line(List<Evidence> found) {
        return found.stream().map(Evidence::id).collect(Collectors.joining(" "));
    }

    @Test
    void beginWithTheNewestAndGoOnAfterTheCursor() {
        assertThat(line(list("c1", Optional.empty(), THREE, Scope.EVERYWHERE))).isEqualTo("c1-5 c1-4 c1-3 c1-2");
        var behind =
                cursor(list("c1", Optional.empty(), THREE, Scope.EVERYWHERE).get(2));
        assertThat(line(list("c1", Optional.empty(), behind, Scope.EVERYWHERE))).isEqualTo("c1-2 c1-1");
        assertThat(line(list("c1", Optional.of("1.1"), THREE, Scope.EVERYWHERE)))
                .isEqualTo("c1-5");
        assertThat(list("c1", Optional.empty(), THREE, new Scope(false, Set.of("school:s2"))))
                .isEmpty();
    }

    private static PageRequest cursor(Evidence last) {
        return new PageRequest(3, Optional.of(EvidenceStore.cursorOf(last)));
    }

    @Test
    void ofManyCommunitiesAreThePagesOfEach() {
        var ids = List.of("c1", "c2", "none");
        var pages = store.listEach(ids, asked(Optional.of("2.1"), THREE, Scope.EVERYWHERE));
        assertThat(line(pages.getOrDefault("c1", List.of()))).isEqualTo("c1-4 c1-3 c1-2 c1-1");
        assertThat(line(pages.getOrDefault("c2", List.of()))).isEqualTo("c2-4 c2-3 c2-2 c2-1");
        assertThat(pages).doesNotContainKey("none");
        var concerned = store.listEach(ids, asked(Optional.empty(), THREE, new Scope(false, Set.of("school:s2"))));
        assertThat(concerned.keySet()).containsExactly("c2");
    }

    @Test
    void ofManyCommunitiesCostOneRoundTrip() {
        store.listEach(ids(2), asked(Optional.empty(), THREE, Scope.EVERYWHERE));
        assertThat(commands).containsExactly("aggregate");
        commands.clear();
        assertThat(store.listEach(ids(150), asked(Optional.empty(), THREE, Scope.EVERYWHERE)))
                .hasSize(150);
        assertThat(commands).containsExactly("aggregate");
        commands.clear();
        assertThat(store.findByCommunities(ids(150), Scope.EVERYWHERE)).hasSize(750);
        assertThat(commands).containsExactly("find");
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(number -> "c" + number).toList();
    }

    @Test
    void areWrittenOnceHoweverOftenTheyArePut() {
        put(1, 1);
        put(1, 1);
        assertThat(commands).containsOnly("update");
        assertThat(list("c1", Optional.empty(), new PageRequest(10, Optional.empty()), Scope.EVERYWHERE))
                .hasSize(5);
        assertThat(database.getCollection("evidence").find().first()).containsEntry("revision", 1L);
    }

    @Test
    void haveNoPlaceForACursorOfSomebodyElse() {
        var foreign = new PageRequest(3, Optional.of(Cursor.of(EvidenceStore.LIST, "noon", "c1-1")));
        assertThat(catchThrowable(() -> list("c1", Optional.empty(), foreign, Scope.EVERYWHERE)))
                .hasMessage("CURSOR_INVALID");
    }
}
