package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.CriterionChange;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.CriterionState;
import org.tongke.frontend.contract.types.ProgressFact;
import org.tongke.frontend.contract.types.SentBackItem;

/** A criterion before its reviewer: what is asked and there, what has changed since the last time, its stops, and its facts. */
final class CriterionPanel extends Article {
    /** Scrolls the list of criteria, where it scrolls by itself; never the page, on which the evidence would go out of sight. */
    private static final String SEEN = """
            const list = this.closest('.tkf-review-criteria');
            if (list && list.scrollHeight > list.clientHeight) {
              const box = list.getBoundingClientRect();
              const me = this.getBoundingClientRect();
              if (me.top < box.top || me.bottom > box.bottom) {
                list.scrollTop += me.top - box.top - box.height / 3;
              }
            }
            """;

    private final Map<ReviewStop, NativeButton> buttons = new LinkedHashMap<>();

    CriterionPanel(
            CriterionProgress criterion,
            List<ReviewStop> stops,
            @Nullable CriterionChange change,
            List<SentBackItem> items,
            Consumer<ReviewStop> choose) {
        addClassName("tkf-card");
        var state =
                new Span(text(criterion.getState() == CriterionState.MET ? "verification.met" : "verification.notYet"));
        state.addClassName("tkf-state");
        state.getElement().setAttribute("data-state", criterion.getState() == CriterionState.MET ? "good" : "lacking");
        var head = new Div(new H2(criterion.getCode() + " " + criterion.getName()), state);
        head.addClassName("tkf-criterion-head");
        add(head);
        var measures = new Paragraph(String.join(
                " · ",
                criterion.getMeasures().stream()
                        .map(measure -> measure.getName() + " "
                                + text("verification.measure", measure.getPresent(), measure.getNeeded()))
                        .toList()));
        measures.addClassName("tkf-soft");
        add(measures);
        if (!items.isEmpty()) {
            add(sentBack(items));
        }
        if (change != null) {
            add(Changes.of(change));
        }
        var list = new UnorderedList();
        list.addClassName("tkf-stops");
        stops.forEach(stop -> list.add(new ListItem(button(stop, choose))));
        add(list, asked(criterion));
    }

    private NativeButton button(ReviewStop stop, Consumer<ReviewStop> choose) {
        var words = stop.evidence() == null ? text("verification.review.noFile.short") : stop.label();
        var button = new NativeButton(words, click -> choose.accept(stop));
        button.addClassName("tkf-stop");
        buttons.put(stop, button);
        return button;
    }

    /** Says which stop one stands at, and at which ones something is to be mended. */
    void mark(ReviewStop current, Map<ReviewStop, String> marks) {
        getElement().setAttribute("data-current", buttons.containsKey(current));
        buttons.forEach((stop, button) -> {
            if (stop.equals(current)) {
                button.getElement().setAttribute("aria-current", "true");
                button.getElement().executeJs(SEEN);
            } else {
                button.getElement().removeAttribute("aria-current");
            }
            var reason = marks.get(stop);
            button.getElement().setAttribute("data-marked", reason != null);
            button.getElement()
                    .setAttribute(
                            "aria-label",
                            reason == null ? stop.label() : text("verification.review.marked", stop.label(), reason));
        });
    }

    private static UnorderedList sentBack(List<SentBackItem> items) {
        var list = new UnorderedList();
        list.addClassName("tkf-sent-back");
        for (var item : items) {
            var about =
                    item.getLabel() == null ? item.getReason() : text("shell.of", item.getLabel(), item.getReason());
            var mended =
                    text(item.getMended() ? "verification.review.item.mended" : "verification.review.item.unmended");
            list.add(new ListItem(text("verification.review.item", about, mended)));
        }
        return list;
    }

    private static NativeDetails asked(CriterionProgress criterion) {
        var facts = criterion.getFacts();
        var counted = (int) facts.stream().filter(ProgressFact::getCounts).count();
        var details = new NativeDetails(text("verification.facts", counted, facts.size() - counted));
        var list = new UnorderedList();
        list.addClassName("tkf-facts");
        for (var fact : facts) {
            var item = new ListItem(fact.getLabel());
            if (!fact.getCounts()) {
                item.getElement().setAttribute("data-counts", "no");
                var reason =
                        new Span(text("verification.notCounted", fact.getReason() == null ? "" : fact.getReason()));
                reason.addClassName("tkf-reason");
                item.add(reason);
            }
            list.add(item);
        }
        details.setContent(new Div(new Paragraph(text("verification.asks", criterion.getAsks())), list));
        return details;
    }
}
