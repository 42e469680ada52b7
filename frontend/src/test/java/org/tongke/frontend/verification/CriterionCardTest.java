package org.tongke.frontend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.CriterionState;
import org.tongke.frontend.contract.types.Measure;
import org.tongke.frontend.contract.types.PrintedCount;
import org.tongke.frontend.contract.types.PrintedKind;
import org.tongke.frontend.contract.types.ProgressFact;

class CriterionCardTest {
    private final CriterionCard card = new CriterionCard("Community:1");

    @Test
    void saysWhatIsLackingAndWhyAFactDoesNotCount() {
        card.show(criterion(5, "还差 3 节课", true), List.of());

        assertThat(words()).contains("2.1 线上教学", "还差一些", "还差 3 节课", "5 / 8", "计入 1 项，未计入 1 项", "未计入：还没有课堂照片");
        assertThat(html()).contains("/m/upload?community=Community%3A1&amp;criterion=2.1");
    }

    @Test
    void offersNoUploadToThoseWhoMayNot() {
        card.show(criterion(5, "还差 3 节课", false), List.of());

        assertThat(html()).doesNotContain("/m/upload");
    }

    @Test
    void followsTheFactsAndKeepsWhatIsOpen() {
        card.show(criterion(5, "还差 3 节课", true), List.of());
        var facts = (NativeDetails) card.getComponentAt(1);
        facts.setOpen(true);

        card.show(criterion(6, "还差 2 节课", true), List.of());

        assertThat(words()).contains("还差 2 节课", "6 / 8").doesNotContain("还差 3 节课");
        assertThat(card.getComponentAt(1)).isSameAs(facts);
        assertThat(facts.isOpen()).isTrue();
    }

    @Test
    void showsAFigureOfTheNoticeAsItIsPrinted() {
        assertThat(RegionFigures.printed(count(PrintedKind.NUMBER, "0"))).isEqualTo("0 所");
        assertThat(RegionFigures.printed(count(PrintedKind.SLASH, "/"))).isEqualTo("/");
        assertThat(RegionFigures.printed(count(PrintedKind.BLANK, ""))).isEqualTo("空白");
    }

    private static PrintedCount count(PrintedKind kind, String text) {
        return PrintedCount.newBuilder().kind(kind).text(text).build();
    }

    private static CriterionProgress criterion(int present, String lacking, boolean mayUpload) {
        return CriterionProgress.newBuilder()
                .code("2.1")
                .name("线上教学")
                .asks("每学期 8 节")
                .state(CriterionState.LACKING)
                .lacking(lacking)
                .measures(List.of(Measure.newBuilder()
                        .name("同步课")
                        .present(present)
                        .needed(8)
                        .build()))
                .viewerCanUpload(mayUpload)
                .takes(List.of())
                .facts(List.of(
                        ProgressFact.newBuilder().label("分数").counts(true).build(),
                        ProgressFact.newBuilder()
                                .label("草船借箭")
                                .counts(false)
                                .reason("还没有课堂照片")
                                .build()))
                .build();
    }

    private String words() {
        return card.getElement().getTextRecursively();
    }

    private String html() {
        return card.getElement().getOuterHTML();
    }
}
