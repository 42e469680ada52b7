package org.tongke.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Table.Row;

class TableTest {
    private final Table table =
            new Table("各地进度", List.of(new Column("地区", Kind.WORDS), new Column("教共体", Kind.NUMBER)));

    @Test
    void changesOnlyTheRowsThatAreDifferent() {
        table.show(List.of(row("乐清市", "4"), row("瑞安市", "3")));
        var before = table.getBody().getChildren().toList();
        var heads = before.stream().map(line -> line.getChildren().findFirst()).toList();

        table.show(List.of(row("乐清市", "4"), row("瑞安市", "5")));

        assertThat(table.getBody().getChildren()).containsExactlyElementsOf(before);
        assertThat(before.stream().map(line -> line.getChildren().findFirst())).containsExactlyElementsOf(heads);
        assertThat(text()).isEqualTo("乐清市 4 | 瑞安市 5");
    }

    @Test
    void followsANewOrder() {
        table.show(List.of(row("乐清市", "4"), row("瑞安市", "3")));
        table.show(List.of(row("瑞安市", "3"), row("乐清市", "4"), row("永嘉县", "1")));

        assertThat(text()).isEqualTo("瑞安市 3 | 乐清市 4 | 永嘉县 1");
    }

    private static Row row(String name, String count) {
        return new Row(name, "/progress/" + name, List.of(Cell.of(count)));
    }

    private String text() {
        return table.getBody()
                .getChildren()
                .map(line -> line.getChildren().map(TableTest::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    private static String text(Component cell) {
        return cell.getElement().getTextRecursively();
    }
}
