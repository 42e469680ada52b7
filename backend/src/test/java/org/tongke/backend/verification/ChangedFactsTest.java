package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.FactsInHand.COUNTY;
import static org.tongke.backend.verification.FactsInHand.idOf;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.support.StoresTest;

@StoresTest
class ChangedFactsTest {
    private KeptProgress kept;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
    }

    @Test
    void showsANewCommunityAtOnce() {
        kept.facts.community("甲");
        kept.keeper.on(List.of(FactsInHand.entry("communities", "甲")));
        assertThat(kept.print("甲")).isEqualTo("0/5: ");
        assertThat(kept.print("甲", "2.1")).isEqualTo("LACKING | SUBJECTS 0/2, ACTIVITIES 0/20, DOCUMENTS 0/1");
    }

    @Test
    void movesWithALessonAndAPicture() {
        kept.facts.community("甲").lessons("甲", "MATHEMATICS", 1);
        kept.told("甲");
        assertThat(kept.print("甲", "2.1")).isEqualTo("LACKING | SUBJECTS 1/2, ACTIVITIES 1/20, DOCUMENTS 0/1");
        kept.facts.file("photo", "甲", "2.1", ProofKind.PICTURE);
        kept.told("甲");
        assertThat(kept.print("甲", "2.1")).isEqualTo("LACKING | SUBJECTS 1/2, ACTIVITIES 1/20, DOCUMENTS 1/1");
    }

    @Test
    void operatesWhenEverythingAskedIsThere() {
        kept.facts.community("甲").everythingAskedOf("甲");
        kept.told("甲");
        assertThat(kept.print("甲")).isEqualTo("5/5: 1.1 1.2 2.1 2.2 2.3");
        assertThat(kept.get("甲").operating()).isTrue();
        assertThat(kept.get("甲").formed()).isTrue();
    }

    @Test
    void changesBothCommunitiesWhenALessonMoves() {
        kept.facts.community("甲").community("乙").lessons("甲", "MATHEMATICS", 3);
        kept.told("甲", "乙");
        kept.facts.move("甲-MATHEMATICS-2", "乙");
        kept.told("甲", "乙");
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 2/20");
        assertThat(kept.print("乙", "2.1")).contains("ACTIVITIES 1/20");
    }

    @Test
    void countsACountysDocumentForAllItsCommunities() {
        kept.facts.community("甲").community("乙").community("丙").document("发文", "1.1", "甲", "乙");
        kept.told("甲", "乙", "丙");
        assertThat(kept.print("甲")).isEqualTo("1/5: 1.1");
        assertThat(kept.print("乙")).isEqualTo("1/5: 1.1");
        assertThat(kept.print("丙")).isEqualTo("0/5: ");
    }

    @Test
    void countsATeacherWhoBeginsLaterFromThatDayOn() {
        kept.facts.community("甲").exchange("x", "甲", "2021-09-01", "2022-01-20");
        kept.told("甲");
        assertThat(kept.print("甲")).isEqualTo("0/5: ");
        kept.clock.set(FactsInHand.at("2021-08-31T23:59:59"));
        kept.keeper.due();
        assertThat(kept.print("甲")).isEqualTo("0/5: ");
        kept.clock.set(FactsInHand.at("2021-09-01T00:00:00"));
        kept.keeper.due();
        assertThat(kept.print("甲")).isEqualTo("1/5: 2.3");
    }

    @Test
    void letsExactlyOneCriterionFallWhenALessonAtTheThresholdIsCancelled() {
        kept.facts.community("甲").everythingAskedOf("甲");
        kept.told("甲");
        kept.facts.cancel("甲-MATHEMATICS-7");
        kept.told("甲");
        assertThat(kept.print("甲")).isEqualTo("4/5: 1.1 1.2 2.2 2.3");
        assertThat(kept.document("甲")
                        .getList("changes", Document.class)
                        .getLast()
                        .getList("fields", Document.class))
                .extracting(change -> change.getString("field") + " " + change.getString("before") + " → "
                        + change.getString("after"))
                .containsExactly("2.1 MET → LACKING");
    }

    @Test
    void letsExactlyOneCriterionFallWhenResearchAtTheThresholdGoes() {
        kept.facts.community("甲").everythingAskedOf("甲");
        kept.told("甲");
        kept.facts.delete("甲-OFFLINE_RESEARCH-4");
        kept.told("甲");
        assertThat(kept.print("甲")).isEqualTo("4/5: 1.1 1.2 2.1 2.3");
    }

    @Test
    void tellsNobodyWhenThereIsNothingNew() {
        kept.facts.community("甲").lessons("甲", "MATHEMATICS", 3);
        kept.told("甲");
        var before = kept.document("甲");
        kept.told("甲").told("甲");
        var after = kept.document("甲");
        assertThat(after.getString("look")).isNotEqualTo(before.getString("look"));
        before.remove("look");
        after.remove("look");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void saysWhichCommunityAndPlacesItTouches() {
        kept.facts.community("甲");
        kept.told("甲");
        var document = kept.document("甲");
        assertThat(document.getList("touches", String.class)).containsExactly("community:甲");
        assertThat(document.getList("places", String.class)).contains("region:" + COUNTY, "region:33", "school:甲-core");
    }

    @Test
    void leavesNoTraceOfACommunityThatIsNotNewAnyMore() {
        kept.facts.community("甲").everythingAskedOf("甲");
        kept.told("甲");
        kept.facts.unlist("甲");
        kept.told("甲");
        var progresses = kept.progresses;
        assertThat(progresses.find(idOf("甲"), Scope.EVERYWHERE)).isEmpty();
        assertThat(kept.standing(COUNTY).planned().communities()).isZero();
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, 10, null);
        assertThat(progresses.listAll("2021", List.of(COUNTY), page, true, Scope.EVERYWHERE))
                .allSatisfy((region, list) -> assertThat(list.edges()).isEmpty());
        assertThat(kept.document("甲").getList("touches", String.class)).contains("region:" + COUNTY);
    }

    @Test
    void knowsNoProgressOfACollaborativeCommunity() {
        kept.facts.community("丙", Mode.COLLABORATIVE, COUNTY, "3303", "33").everythingAskedOf("丙");
        kept.told("丙");
        assertThat(kept.progresses.find(idOf("丙"), Scope.EVERYWHERE)).isEmpty();
        assertThat(kept.document("丙")).doesNotContainKey("changedAt");
    }

    @Test
    void isNotThereForAnotherCounty() {
        kept.facts.community("甲");
        kept.told("甲");
        var progresses = kept.progresses;
        assertThat(progresses.find(idOf("甲"), Scope.of(List.of(PlaceKey.region(COUNTY)))))
                .isPresent();
        assertThat(progresses.find(idOf("甲"), Scope.of(List.of(PlaceKey.region("330381")))))
                .isEmpty();
        assertThat(progresses.find(idOf("甲"), Scope.NOWHERE)).isEmpty();
    }

    @Test
    void keepsTheNewestFactsAndCountsAll() {
        kept.facts.community("甲").lessons("甲", "MATHEMATICS", 110);
        kept.told("甲");
        var criterion = kept.get("甲").criteria().stream()
                .filter(one -> one.code().equals("2.1"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 110/20");
        assertThat(criterion.facts()).hasSize(100);
        assertThat(criterion.facts().getFirst().name()).isEqualTo("甲-MATHEMATICS-110");
        assertThat(criterion.facts().getLast().name()).isEqualTo("甲-MATHEMATICS-11");
    }
}
