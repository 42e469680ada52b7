package org.tongke.frontend.timetable.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.FilterCount;

class FacetGroupTest {
    private final FacetGroup group = new FacetGroup("学科", (value, on) -> {});

    @Test
    void keepsTheLinesThatStay() {
        group.show(List.of(count("B", 3), count("D", 1)), List.of());
        var before = lines();

        group.show(List.of(count("A", 1), count("B", 2), count("C", 1)), List.of("B"));

        assertThat(texts()).containsExactly("A 1", "B 2", "C 1");
        assertThat(lines().get(1)).as("the focus stays in it").isSameAs(before.getFirst());
        assertThat(isTicked(1)).isTrue();
        assertThat(isTicked(0)).isFalse();
        assertThat(group.getSummaryText()).isEqualTo("学科（已选 1）");
    }

    @Test
    void takesATickAwayAgain() {
        group.show(List.of(count("A", 1)), List.of("A"));
        group.show(List.of(count("A", 1)), List.of());

        assertThat(isTicked(0)).isFalse();
        assertThat(group.getSummaryText()).isEqualTo("学科");
    }

    @Test
    void isNotThereWithoutValues() {
        group.show(List.of(), List.of());

        assertThat(group.isVisible()).isFalse();
    }

    private List<Component> lines() {
        return ((UnorderedList) group.getContent()).getChildren().toList();
    }

    private List<String> texts() {
        return lines().stream()
                .map(line -> String.join(
                        " ",
                        all(line)
                                .filter(Span.class::isInstance)
                                .map(part -> part.getElement().getText())
                                .toList()))
                .toList();
    }

    private boolean isTicked(int index) {
        return all(lines().get(index))
                .filter(Input.class::isInstance)
                .anyMatch(box -> box.getElement().getProperty("checked", false));
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(FacetGroupTest::all));
    }

    private static FilterCount count(String value, int count) {
        return FilterCount.newBuilder()
                .value(value)
                .label(value)
                .count(count)
                .words(String.valueOf(count))
                .build();
    }
}
