package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Duty;
import org.tongke.frontend.contract.types.DutyState;
import org.tongke.frontend.contract.types.Region;

/** What must be done by when: what is late or due first, what is done or not asked folded away. */
final class DutyList extends Section {
    private final NativeDetails done = new NativeDetails();
    private List<String> shown = List.of();

    DutyList() {
        addClassNames("tkf-card", "tkf-stack");
    }

    void show(Region region) {
        var duties = region.getDuties() == null ? List.<Duty>of() : region.getDuties();
        setVisible(!duties.isEmpty());
        var now = duties.stream()
                .map(duty -> duty.getState() + duty.getWords() + missing(duty))
                .toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        add(new H2(text("verification.duties")));
        var open = duties.stream().filter(DutyList::isOpen).toList();
        if (open.isEmpty()) {
            add(new Span(text("verification.duties.none")));
        } else {
            add(list(open));
        }
        var rest = duties.stream().filter(duty -> !isOpen(duty)).toList();
        if (!rest.isEmpty()) {
            done.setSummaryText(text("verification.duties.rest", rest.size()));
            done.setContent(list(rest));
            add(done);
        }
    }

    private static boolean isOpen(Duty duty) {
        return duty.getState() == DutyState.LATE || duty.getState() == DutyState.DUE;
    }

    private static UnorderedList list(List<Duty> duties) {
        var list = new UnorderedList();
        list.addClassName("tkf-duties");
        duties.stream().map(DutyList::item).forEach(list::add);
        return list;
    }

    private static ListItem item(Duty duty) {
        var state = new Span(text("verification.duty." + duty.getState()));
        state.addClassName("tkf-state");
        state.getElement()
                .setAttribute(
                        "data-state",
                        switch (duty.getState()) {
                            case LATE -> "lacking";
                            case DONE, DONE_LATE -> "good";
                            case DUE, NOTHING_ASKED, DATE_ONLY -> "plain";
                        });
        var due = new Span(
                text("verification.milestone", Formats.date(duty.getMilestone().getDueOn())));
        due.addClassName("tkf-strong");
        var words = new Div(new Span(duty.getWords()));
        words.addClassName("tkf-soft");
        var item = new ListItem(new Div(state, due, new Span(duty.getMilestone().getTask())), words);
        if (!duty.getMissing().isEmpty() && !duty.getOwn()) {
            var missing = new NativeDetails(
                    text("verification.duty.missing", duty.getMissing().size()));
            missing.setContent(new Span(missing(duty)));
            item.add(missing);
        }
        return item;
    }

    private static String missing(Duty duty) {
        return String.join(text("community.and"), duty.getMissing());
    }
}
