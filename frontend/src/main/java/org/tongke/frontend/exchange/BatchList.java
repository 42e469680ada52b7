package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.tongke.frontend.contract.types.Batch;
import org.tongke.frontend.contract.types.BatchConnection;
import org.tongke.frontend.contract.types.BatchEdge;
import org.tongke.frontend.contract.types.RefusedRow;

/** The last batches; rows that were not taken are fetched when somebody opens them. */
final class BatchList extends Section {
    private final UnorderedList list = new UnorderedList();
    private final Function<String, List<RefusedRow>> refused;

    /** @param refused the rows of a batch that were not taken, by the batch's id */
    BatchList(Function<String, List<RefusedRow>> refused) {
        this.refused = refused;
        addClassName("tkf-card");
        list.addClassName("tkf-lines");
        add(new H2(text("exchange.batches.last")), list);
    }

    void show(BatchConnection batches) {
        list.removeAll();
        batches.getEdges().stream().map(BatchEdge::getNode).map(this::item).forEach(list::add);
        setVisible(!batches.getEdges().isEmpty());
    }

    private ListItem item(Batch batch) {
        var when = new Span(ExchangeWords.at(batch.getLastReceivedAt())
                + (batch.getIsRetry() ? " · " + text("exchange.batch.retry") : ""));
        var words = new Div(when, new Paragraph(ExchangeWords.counts(batch.getCounts())));
        var item = new ListItem(words);
        if (batch.getCounts().getRefused() > 0) {
            item.add(refused(batch));
        }
        return item;
    }

    private NativeDetails refused(Batch batch) {
        var rows = new UnorderedList();
        rows.addClassName("tkf-cards");
        var details = new NativeDetails(
                text("exchange.batch.refused", batch.getCounts().getRefused()), rows);
        details.addClassName("tkf-wide");
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && rows.getComponentCount() == 0) {
                refused.apply(batch.getId()).stream().map(BatchList::row).forEach(rows::add);
            }
        });
        return details;
    }

    private static ListItem row(RefusedRow row) {
        var problem = new Paragraph(
                text("exchange.batch.row", row.getIndex() + 1, row.getError().getMessage()));
        problem.addClassName("tkf-lacking");
        var item = new ListItem(problem, new Paragraph(row.getFix()), QuarantineCard.payload(row.getPayload()));
        item.addClassName("tkf-stack");
        return item;
    }
}
