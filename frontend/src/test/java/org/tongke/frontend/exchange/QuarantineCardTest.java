package org.tongke.frontend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.ErrorCode;
import org.tongke.frontend.contract.types.MappedThing;
import org.tongke.frontend.contract.types.NameSuggestion;
import org.tongke.frontend.contract.types.QuarantinedRow;
import org.tongke.frontend.contract.types.UserError;

class QuarantineCardTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-25T10:20:00+08:00");

    private final List<String> done = new ArrayList<>();
    private final QuarantineCard.Acts acts = new QuarantineCard.Acts() {
        @Override
        public void map(NameSuggestion suggestion) {
            done.add("map " + suggestion.getName() + " to " + suggestion.getTo());
        }

        @Override
        public void retry(QuarantinedRow row) {
            done.add("retry " + row.getId());
        }

        @Override
        public void discard(QuarantinedRow row) {
            done.add("discard " + row.getId());
        }
    };

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        var card = new QuarantineCard(row("数学"), acts);

        assertThat(words(card)).contains("图形的奥秘", "没有名为「奥数」的学科。", "请使用学科代码。", "「奥数」是指：", "编号 L1", "第 7 版", "{ 奥数 }");
    }

    @Test
    void mapsByOneTap() {
        var card = new QuarantineCard(row("数学", "语文", "英语", "科学"), acts);

        button(card, "语文").click();
        button(card, "再试").click();
        button(card, "丢弃").click();

        assertThat(done).containsExactly("map 奥数 to CODE-语文", "retry row-1", "discard row-1");
        assertThat(all(card).filter(ComboBox.class::isInstance))
                .as("for the others")
                .hasSize(1);
    }

    @Test
    void offersNothingWhereNoNameIsUnknown() {
        var card = new QuarantineCard(row(), acts);

        assertThat(all(card).filter(Button.class::isInstance)).hasSize(2);
        assertThat(words(card)).doesNotContain("是指");
    }

    private static QuarantinedRow row(String... labels) {
        return QuarantinedRow.newBuilder()
                .id("row-1")
                .externalId("L1")
                .revision(7L)
                .title("图形的奥秘")
                .startsAt(AT)
                .payload("{ 奥数 }")
                .error(UserError.newBuilder()
                        .code(ErrorCode.SUBJECT_UNKNOWN)
                        .message("没有名为「奥数」的学科。")
                        .build())
                .fix("请使用学科代码。")
                .suggestions(Stream.of(labels)
                        .map(label -> NameSuggestion.newBuilder()
                                .what(MappedThing.SUBJECT)
                                .name("奥数")
                                .to("CODE-" + label)
                                .label(label)
                                .build())
                        .toList())
                .firstSeenAt(AT)
                .lastSeenAt(AT)
                .build();
    }

    private static Button button(Component card, String words) {
        return all(card)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(QuarantineCardTest::all));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
