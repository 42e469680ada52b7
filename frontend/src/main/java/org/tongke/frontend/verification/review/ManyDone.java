package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.DecisionOutcome;
import org.tongke.frontend.contract.types.UserError;

/**
 * What became of many at once. It stays until the page is left, so that nobody has to hurry to undo it, and the way back has the focus.
 */
final class ManyDone extends Div {

    /**
     * One of many, by its name.
     *
     * @param name of the community
     * @param outcome what became of it
     */
    record Named(String name, DecisionOutcome outcome) {
        boolean isDone() {
            return outcome.getFinding() != null;
        }

        private String why() {
            return name
                    + text("verification.review.passMany.why")
                    + String.join(
                            " ",
                            outcome.getErrors().stream()
                                    .map(UserError::getMessage)
                                    .toList());
        }
    }

    ManyDone() {
        addClassNames("tkf-many-done", "tkf-stack");
        getElement().setAttribute("role", "status");
    }

    /** Says how many are passed and of each other why not, and offers to take it back. */
    void passed(List<Named> all, Runnable undo) {
        removeAll();
        var done = count(all);
        if (done > 0) {
            var button = new Button(text("shell.undo"));
            Taps.act(button, undo::run);
            var words = new Paragraph(text("verification.review.passMany.done", done));
            words.addClassName("tkf-strong");
            var line = new Div(words, button);
            line.addClassName("tkf-many-line");
            add(line);
            button.focus();
        }
        refused("verification.review.passMany.refused", all);
    }

    /** Says how many wait again, and of each other why not. */
    void undone(List<Named> all) {
        removeAll();
        if (count(all) > 0) {
            add(new Paragraph(text("verification.review.passMany.undone", count(all))));
        }
        refused("verification.review.passMany.kept", all);
    }

    private void refused(String words, List<Named> all) {
        var others = all.stream().filter(one -> !one.isDone()).toList();
        if (others.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("tkf-facts");
        others.forEach(one -> list.add(new ListItem(one.why())));
        var line = new Paragraph(text(words, others.size()));
        line.addClassName("tkf-lacking");
        add(line, list);
    }

    private static long count(List<Named> all) {
        return all.stream().filter(Named::isDone).count();
    }
}
