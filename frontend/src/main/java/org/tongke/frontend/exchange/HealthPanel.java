package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.contract.types.SupplierDay;
import org.tongke.frontend.contract.types.SupplierHealth;

/** How a supplier's reports do: the last success, how long they take, what waits, and the last days. */
final class HealthPanel extends Section {
    private final Div top = new Div();
    private final Table days = new Table(
            text("exchange.lastDays"),
            List.of(
                    new Column(text("exchange.day"), Kind.SHORT),
                    new Column(text("exchange.batches"), Kind.NUMBER),
                    new Column(text("exchange.applied"), Kind.NUMBER),
                    new Column(text("exchange.unchanged"), Kind.NUMBER),
                    new Column(text("exchange.older"), Kind.NUMBER),
                    new Column(text("exchange.quarantined"), Kind.NUMBER),
                    new Column(text("exchange.refused"), Kind.NUMBER)));

    HealthPanel() {
        addClassName("tkf-card");
        top.addClassName("tkf-stack");
        var more = new NativeDetails(text("exchange.lastDays"), days);
        add(new H2(text("exchange.health")), top, more);
    }

    void show(SupplierHealth health) {
        top.removeAll();
        var figures = new DescriptionList();
        figures.addClassName("tkf-figures");
        figure(figures, "exchange.lag.half", ExchangeWords.lag(health.getLagHalfSeconds()));
        figure(figures, "exchange.lag.most", ExchangeWords.lag(health.getLagMostSeconds()));
        figure(figures, "exchange.waiting", text("exchange.rows", health.getQuarantined()));
        figure(
                figures,
                "exchange.today.applied",
                text("exchange.rows", health.getDays().getFirst().getCounts().getApplied()));
        var success = new Paragraph(text("exchange.lastSuccess", ExchangeWords.at(health.getLastSuccessAt())));
        var today = new Paragraph(text(
                "exchange.today",
                health.getDays().getFirst().getBatches(),
                ExchangeWords.counts(health.getDays().getFirst().getCounts())));
        var lag = new Paragraph(text("exchange.lag.what"));
        lag.addClassName("tkf-soft");
        top.add(success, figures, today, lag);
        days.show(health.getDays().stream().map(HealthPanel::row).toList());
    }

    private static void figure(DescriptionList figures, String key, String value) {
        var group = new Div(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
        figures.getElement().appendChild(group.getElement());
    }

    private static Table.Row row(SupplierDay day) {
        var counts = day.getCounts();
        return new Table.Row(
                Formats.date(day.getDay()),
                null,
                List.of(
                        number(day.getBatches()),
                        number(counts.getApplied()),
                        number(counts.getUnchanged()),
                        number(counts.getOlder()),
                        number(counts.getQuarantined()),
                        number(counts.getRefused())));
    }

    private static Cell number(int value) {
        return Cell.of(Integer.toString(value));
    }
}
