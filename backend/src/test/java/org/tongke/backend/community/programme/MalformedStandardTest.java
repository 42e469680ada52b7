package org.tongke.backend.community.programme;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedStandardTest {

    private static final Wording NAME = new Wording("名称", "name");

    @Test
    void hasAModeThatIsNeitherAskedNorAssessedLocally() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Standard(Set.of(Mode.COLLABORATIVE), Map.of(Mode.MERGED, List.of())));
    }

    @Test
    void hasAModeThatIsBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Standard(Set.of(Mode.values()), Map.of(Mode.MERGED, List.of())));
    }

    @Test
    void hasACriterionTwice() {
        var criterion = new Criterion("1.1", "附件2", NAME, new Rule.Documents(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Standard(
                        Set.of(Mode.COLLABORATIVE, Mode.CO_BUILT), Map.of(Mode.MERGED, List.of(criterion, criterion))));
    }

    @Test
    void asksADocumentOfEachActivityWhereNoneIsCounted() {
        var each = List.of(document("A", DocumentAsked.Need.EACH, ProofKind.PDF));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule.Documents(each));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule.MembersCovered(each));
    }

    @Test
    void asksTwoDocumentsThatCannotBeToldApart() {
        var twins = List.of(
                document("A", DocumentAsked.Need.ANY, ProofKind.PDF),
                document("B", DocumentAsked.Need.NONE, ProofKind.PDF, ProofKind.DOCUMENT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule.Documents(twins));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule.ActivityCount("SYNCED_LESSON", 1, twins));
    }

    @Test
    void countsAnActivityKindTwice() {
        var count = new Rule.ActivityCount("ONLINE_RESEARCH", 8, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.ActivityCounts(
                        Rule.Between.ANY_TWO, Rule.CountingUnit.COMMUNITY, List.of(count, count)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void hasAMilestoneWithAShareThatIsNone(int share) {
        var day = LocalDate.of(2021, 6, 30);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Milestone(
                        "1.3",
                        day,
                        day,
                        share,
                        Milestone.Kind.OPERATION,
                        Milestone.Level.COUNTY,
                        "各县(市、区)教育局等",
                        "附件3",
                        NAME));
    }

    private static DocumentAsked document(String code, DocumentAsked.Need need, ProofKind... kinds) {
        return new DocumentAsked(code, Set.of(kinds), need, NAME);
    }
}
