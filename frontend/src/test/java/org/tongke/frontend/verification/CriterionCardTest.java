package org.tongke.frontend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.CriterionState;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceState;
import org.tongke.frontend.contract.types.ExchangePeriod;
import org.tongke.frontend.contract.types.FactType;
import org.tongke.frontend.contract.types.Measure;
import org.tongke.frontend.contract.types.PrintedCount;
import org.tongke.frontend.contract.types.PrintedKind;
import org.tongke.frontend.contract.types.ProgressFact;

class CriterionCardTest {
    private final CriterionCard card = new CriterionCard("Community:1", new NoActs());

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
                        fact("Activity:1", FactType.ACTIVITY)
                                .label("分数")
                                .counts(true)
                                .viewerCanUpload(mayUpload)
                                .build(),
                        fact("Activity:2", FactType.ACTIVITY)
                                .label("草船借箭")
                                .counts(false)
                                .reason("还没有课堂照片")
                                .build()))
                .build();
    }

    private static ProgressFact.Builder fact(String id, FactType type) {
        return ProgressFact.newBuilder()
                .id(id)
                .type(type)
                .waitsForConfirmation(false)
                .viewerCanUpload(false);
    }

    @Test
    void leadsToTheLessonAndOffersAPictureWhereThereIsNone() {
        card.show(criterion(5, "还差 3 节课", true), List.of());
        assertThat(html()).contains("/find?lesson=Activity%3A1").contains("criterion=2.1&amp;activity=Activity%3A1");

        card.show(criterion(5, "还差 3 节课", true), List.of(picture("Activity:1", EvidenceState.WITHDRAWN)));
        assertThat(html()).contains("&amp;activity=Activity%3A1");
        assertThat(words()).contains("撤回和替换过的 1 份", "已撤回");

        card.show(criterion(5, "还差 3 节课", true), List.of(picture("Activity:1", EvidenceState.CURRENT)));
        assertThat(html()).doesNotContain("&amp;activity=Activity%3A1");
    }

    @Test
    void offersToConfirmALessonThatWaitsForIt() {
        var waiting = fact("Activity:3", FactType.ACTIVITY)
                .label("观潮")
                .counts(false)
                .reason("报得晚了，等学校确认")
                .waitsForConfirmation(true)
                .build();
        var criterion = criterion(5, "还差 3 节课", true);
        criterion.setFacts(List.of(waiting));
        card.show(criterion, List.of());
        assertThat(words()).contains("观潮", "未计入：报得晚了，等学校确认", "确认上过");
    }

    @Test
    void keepsTheRegisterOfExchangesInside() {
        card.show(criterion(5, "还差 1 所", true), List.of());
        card.show(List.of(), true);
        assertThat(words()).contains("还没有登记交流教师", "登记交流教师");
    }

    private static Evidence picture(String activityId, EvidenceState state) {
        return Evidence.newBuilder()
                .id("Evidence:1")
                .revision(state.ordinal() + 1L)
                .state(state)
                .criterion("2.1")
                .activity(Activity.newBuilder().id(activityId).title("分数").build())
                .recordedAt(java.time.OffsetDateTime.parse("2026-11-25T10:20:00+08:00"))
                .build();
    }

    private static final class NoActs implements CriterionActs {
        @Override
        public void open(String evidenceId) {}

        @Override
        public void confirm(ProgressFact lesson) {}

        @Override
        public void addExchange() {}

        @Override
        public void editExchange(ExchangePeriod period) {}

        @Override
        public void withdrawExchange(ExchangePeriod period) {}
    }

    private String words() {
        return card.getElement().getTextRecursively();
    }

    private String html() {
        return card.getElement().getOuterHTML();
    }
}
