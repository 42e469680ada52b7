package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.ExchangePeriod;

/** The register of exchange periods, inside the criterion that it is for. */
final class ExchangePanel extends Div {
    private final CriterionActs acts;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(text("verification.exchange.none"));
    private @Nullable List<ExchangePeriod> shown;
    private final Button add = new Button(text("verification.exchange.add"));

    ExchangePanel(CriterionActs acts) {
        this.acts = acts;
        addClassName("tkf-stack");
        list.addClassName("tkf-lines");
        none.addClassName("tkf-soft");
        Taps.act(add, acts::addExchange);
        add(new H3(text("verification.exchange")), none, list, new Div(add));
    }

    void show(List<ExchangePeriod> periods, boolean mayAdd) {
        if (periods.equals(shown)) {
            return;
        }
        shown = List.copyOf(periods);
        list.removeAll();
        periods.stream().map(this::item).forEach(list::add);
        list.setVisible(!periods.isEmpty());
        none.setVisible(periods.isEmpty());
        add.setVisible(mayAdd);
    }

    private ListItem item(ExchangePeriod period) {
        var who = new Span(text(
                "verification.exchange.who",
                period.getTeacherName(),
                period.getFrom().getName(),
                period.getTo().getName()));
        who.addClassName("tkf-strong");
        var when = new Span(text(
                "verification.exchange.when",
                Formats.date(period.getStartsOn()),
                Formats.date(period.getEndsOn()),
                period.getDaysAWeek(),
                text(period.getBackbone() ? "verification.exchange.backbone" : "verification.exchange.notBackbone")));
        when.addClassName("tkf-soft");
        var item = new ListItem(new Div(who, new Div(when)));
        if (period.getViewerCanEdit()) {
            item.add(acts(period));
        }
        return item;
    }

    private Row acts(ExchangePeriod period) {
        var edit = new Button(text("verification.exchange.edit"));
        edit.addThemeName("tertiary");
        edit.setAriaLabel(text("verification.exchange.edit.of", period.getTeacherName()));
        Taps.act(edit, () -> acts.editExchange(period));
        var withdraw = new Button(text("verification.exchange.withdraw"));
        withdraw.addThemeName("tertiary");
        withdraw.setAriaLabel(text("verification.exchange.withdraw.of", period.getTeacherName()));
        Taps.act(withdraw, () -> acts.withdrawExchange(period));
        return new Row(edit, withdraw);
    }
}
