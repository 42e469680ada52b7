package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import java.util.function.Consumer;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.NameSuggestion;
import org.tongke.frontend.contract.types.QuarantinedRow;

/** A row that waits: what is wrong, what to do, and the ways to do it here. */
final class QuarantineCard extends ListItem {
    private static final int BY_ONE_TAP = 3;

    /** What a person may do with a row. */
    interface Acts {
        void map(NameSuggestion suggestion);

        void retry(QuarantinedRow row);

        void discard(QuarantinedRow row);
    }

    QuarantineCard(QuarantinedRow row, Acts acts) {
        addClassName("tkf-card");
        var problem = new Paragraph(row.getError().getMessage());
        problem.addClassName("tkf-lacking");
        var about = new Paragraph(text(
                "exchange.row.about",
                ExchangeWords.at(row.getStartsAt()),
                row.getExternalId(),
                Long.toString(row.getRevision())));
        about.addClassName("tkf-soft");
        var seen = new Paragraph(seen(row));
        seen.addClassName("tkf-soft");
        add(new H3(row.getTitle()), about, problem, new Paragraph(row.getFix()));
        if (!row.getSuggestions().isEmpty()) {
            add(suggestions(row.getSuggestions(), acts::map));
        }
        add(actions(row, acts), seen, payload(row.getPayload()));
    }

    private static String seen(QuarantinedRow row) {
        var since = text("exchange.row.since", ExchangeWords.at(row.getFirstSeenAt()));
        return row.getTriedAt() == null
                ? since
                : since + " · " + text("exchange.row.tried", Formats.time(row.getTriedAt()));
    }

    private static Div suggestions(List<NameSuggestion> all, Consumer<NameSuggestion> choose) {
        var name = all.getFirst().getName();
        var ways = new Row();
        all.stream().limit(BY_ONE_TAP).forEach(suggestion -> {
            var button = new Button(text("exchange.is", suggestion.getLabel()));
            button.setAriaLabel(text("exchange.is.of", name, suggestion.getLabel()));
            if (suggestion == all.getFirst()) {
                button.addThemeName("primary");
            }
            Taps.act(button, () -> choose.accept(suggestion));
            ways.add(button);
        });
        var question = new Paragraph(text("exchange.what", name));
        question.addClassName("tkf-strong");
        var part = new Div(question, ways);
        part.addClassName("tkf-stack");
        if (all.size() > BY_ONE_TAP) {
            var others = new ComboBox<NameSuggestion>(text("exchange.other"));
            others.setItems(all.subList(BY_ONE_TAP, all.size()));
            others.setItemLabelGenerator(NameSuggestion::getLabel);
            others.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue() != null) {
                    choose.accept(change.getValue());
                }
            });
            part.add(others);
        }
        return part;
    }

    private static Div actions(QuarantinedRow row, Acts acts) {
        var retry = new Button(text("exchange.retry"));
        retry.setAriaLabel(text("exchange.retry.of", row.getTitle()));
        Taps.act(retry, () -> acts.retry(row));
        var discard = new Button(text("exchange.discard"));
        discard.setAriaLabel(text("exchange.discard.of", row.getTitle()));
        discard.addThemeName("tertiary");
        Taps.act(discard, () -> acts.discard(row));
        var actions = new Row(retry, discard);
        return actions;
    }

    /** The row as it was sent. */
    static NativeDetails payload(String payload) {
        var text = new Pre(payload);
        text.addClassName("tkf-payload");
        return new NativeDetails(text("exchange.payload"), text);
    }
}
