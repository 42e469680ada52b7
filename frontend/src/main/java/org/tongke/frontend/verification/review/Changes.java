package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.contract.types.CriterionChange;
import org.tongke.frontend.contract.types.FactChange;
import org.tongke.frontend.contract.types.FigureChange;

/** What has changed at a criterion since the last decision, in words. */
final class Changes {
    private static final int MOST = 20;

    private Changes() {}

    static Div of(CriterionChange change) {
        var list = new UnorderedList();
        list.addClassName("tkf-changes");
        change.getFigures().stream().map(Changes::words).map(ListItem::new).forEach(list::add);
        change.getFacts().stream()
                .limit(MOST)
                .map(Changes::words)
                .map(ListItem::new)
                .forEach(list::add);
        var head = new Span(text("verification.review.changes"));
        head.addClassName("tkf-strong");
        var part = new Div(head, list);
        part.addClassName("tkf-changed");
        return part;
    }

    private static String words(FigureChange figure) {
        return text(
                "verification.review.figure",
                figure.getName(),
                figure.getBefore() == null ? "–" : String.valueOf(figure.getBefore()),
                figure.getAfter() == null ? "–" : String.valueOf(figure.getAfter()));
    }

    private static String words(FactChange change) {
        var kind = text(
                switch (change.getKind()) {
                    case ADDED -> "verification.review.added";
                    case REMOVED -> "verification.review.removed";
                    case COUNTS_NOW -> "verification.review.countsNow";
                    case COUNTS_NO_MORE -> "verification.review.countsNoMore";
                });
        return text("verification.review.fact", kind, change.getFact().getLabel());
    }
}
