package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.ProgrammeSpan;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.support.StoresTest;

/** Two backends look at the same community at once. What the slower one read before a change must not outlive the change. */
@StoresTest
class TwoKeepersTest {
    private KeptProgress kept;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
        kept.facts.community("甲").lessons("甲", "MATHEMATICS", 3);
    }

    @Test
    void theSlowerOneLooksAgain() {
        kept.told("甲");
        var meanwhile = afterFacts(() -> {
            kept.facts.lessons("甲", "CHINESE", 1);
            kept.told("甲");
        });
        meanwhile.recompute(Set.of("甲"));
        assertThat(kept.print("甲", "2.1")).contains("SUBJECTS 2/2, ACTIVITIES 4/20");
    }

    @Test
    void theSlowerOneLooksAgainAtACommunityThatIsNewToBoth() {
        var meanwhile = afterFacts(() -> {
            kept.facts.lessons("甲", "CHINESE", 1);
            kept.told("甲");
        });
        meanwhile.recompute(Set.of("甲"));
        assertThat(kept.print("甲", "2.1")).contains("SUBJECTS 2/2, ACTIVITIES 4/20");
    }

    /** The faster one finds what stands there already; had it written nothing, the slower one would write the lesson that is gone. */
    @Test
    void theSlowerOneLooksAgainThoughTheFasterFoundNothingNew() {
        kept.told("甲");
        kept.facts.lessons("甲", "CHINESE", 1);
        var meanwhile = afterFacts(() -> {
            kept.facts.delete("甲-CHINESE-1");
            kept.told("甲");
        });
        meanwhile.recompute(Set.of("甲"));
        assertThat(kept.print("甲", "2.1")).contains("SUBJECTS 1/2, ACTIVITIES 3/20");
    }

    /** The same for a community that is listed and unlisted before anybody has looked. */
    @Test
    void theSlowerOneLooksAgainThoughTheFasterFoundNothingAtAll() {
        var meanwhile = afterFacts(() -> {
            kept.facts.unlist("甲");
            kept.told("甲");
        });
        meanwhile.recompute(Set.of("甲"));
        assertThat(kept.progresses.findAll(List.of(FactsInHand.idOf("甲")), Scope.EVERYWHERE))
                .isEmpty();
    }

    @Test
    void onlyWhatWasLostIsRepeated() {
        kept.facts.community("乙").community("丙");
        kept.told("甲", "乙", "丙");
        kept.facts.lessons("甲", "CHINESE", 1).lessons("乙", "CHINESE", 1).lessons("丙", "CHINESE", 1);
        var meanwhile = afterFacts(() -> kept.told("乙"));
        var news = meanwhile.recompute(List.of("甲", "乙", "丙"));
        assertThat(news.keySet()).containsExactlyInAnyOrder(FactsInHand.idOf("甲"), FactsInHand.idOf("丙"));
        assertThat(List.of(kept.revision("甲"), kept.revision("乙"), kept.revision("丙")))
                .containsOnly(2L);
    }

    @Test
    void bothAtFullSpeedEndWithWhatTheFactsSay() throws Exception {
        kept.facts.community("乙").community("丙");
        var start = new CountDownLatch(1);
        try (var backends = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int backend = 0; backend < 2; backend++) {
                var recomputation = kept.recomputationOf(kept.facts);
                var name = "CHINESE" + backend;
                backends.submit(() -> {
                    start.await();
                    for (int lesson = 1; lesson <= 10; lesson++) {
                        for (var community : List.of("甲", "乙", "丙")) {
                            kept.facts.activity(
                                    community + name + lesson,
                                    community,
                                    "SYNCED_LESSON",
                                    name,
                                    FactsInHand.at("2021-04-01T09:00:00"));
                        }
                        recomputation.recompute(List.of("甲", "乙", "丙"));
                    }
                    return name;
                });
            }
            start.countDown();
        }
        assertThat(kept.print("甲", "2.1")).contains("SUBJECTS 3/2, ACTIVITIES 23/20");
        assertThat(kept.print("乙", "2.1")).contains("SUBJECTS 2/2, ACTIVITIES 20/20");
        assertThat(kept.print("丙", "2.1")).contains("SUBJECTS 2/2, ACTIVITIES 20/20");
    }

    /** A backend that is overtaken once, after it has read all facts and before it writes. */
    private Recomputation afterFacts(Runnable overtaking) {
        return kept.recomputationOf(new Overtaken(kept.facts, new ArrayDeque<>(List.of(overtaking))));
    }

    private record Overtaken(FactSource facts, Queue<Runnable> overtaking) implements FactSource {
        @Override
        public Map<String, Community> communities(Collection<String> ids) {
            return facts.communities(ids);
        }

        @Override
        public Connection<Community> list(@Nullable String after) {
            return facts.list(after);
        }

        @Override
        public List<Evidence> evidence(Collection<String> communityIds) {
            return facts.evidence(communityIds);
        }

        @Override
        public Map<ProgressId, Verdict> verdicts(Collection<ProgressId> ids) {
            return facts.verdicts(ids);
        }

        @Override
        public List<ExchangePeriod> exchanges(Collection<String> communityIds) {
            return facts.exchanges(communityIds);
        }

        /** Activities are read last. */
        @Override
        public List<Activity> activities(Collection<String> communityIds, ProgrammeSpan span) {
            var read = facts.activities(communityIds, span);
            var overtakes = overtaking.poll();
            if (overtakes != null) {
                overtakes.run();
            }
            return read;
        }
    }
}
