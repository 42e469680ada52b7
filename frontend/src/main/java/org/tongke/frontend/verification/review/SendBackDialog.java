package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;

/** Asks why an item is sent back. The reason is kept while one goes on looking; all that is kept is sent back at once. */
final class SendBackDialog extends Dialog {
    private static final int LONGEST = 500;
    private static final List<String> USUAL = List.of("unclear", "unfit", "unsealed", "incomplete");

    private final Map<ReviewStop, String> marks;
    private final TextArea reason = new TextArea(text("verification.review.reason"));

    /** What is done with the reasons. */
    interface Acts {
        /** A reason was kept, changed or dropped. */
        void kept();

        /** All that is kept is sent back. */
        void sendBack();
    }

    /** @param marks reasons that were given so far; what is said here is added */
    SendBackDialog(ReviewStop stop, Map<ReviewStop, String> marks, Acts acts) {
        this.marks = marks;
        setHeaderTitle(text("verification.review.sendBack"));
        var about = new Paragraph(stop.criterion().getCode() + " · " + stop.label());
        about.addClassName("tkf-strong");
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setValue(marks.getOrDefault(stop, ""));
        add(about, usual(), reason);
        if (marks.keySet().stream().anyMatch(other -> !other.equals(stop))) {
            add(others(stop));
        }
        var keep = new Button(text("verification.review.keep"));
        keep.addClickListener(click -> {
            if (isKept(stop)) {
                acts.kept();
                close();
            }
        });
        var send = new Button(text("verification.review.sendBack.yes"));
        send.addThemeNames("primary", "error");
        Taps.act(send, () -> {
            if (!isKept(stop)) {
                return;
            }
            try {
                acts.sendBack();
                close();
            } catch (RefusedException refused) {
                reason.setErrorMessage(refused.words());
                reason.setInvalid(true);
                acts.kept();
            }
        });
        getFooter().add(new Button(text("verification.review.cancel"), click -> close()), keep, send);
        setMaxWidth("min(36rem, calc(100vw - 2rem))");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                reason.focus();
            }
        });
    }

    private Row usual() {
        var chips = new Row();
        for (var one : USUAL) {
            var words = text("verification.review.reason." + one);
            chips.add(new Button(words, click -> {
                reason.setValue(reason.getValue().isBlank() ? words : reason.getValue() + text("shell.then") + words);
                reason.focus();
            }));
        }
        return chips;
    }

    private Div others(ReviewStop stop) {
        var list = new UnorderedList();
        list.addClassName("tkf-facts");
        marks.forEach((other, words) -> {
            if (!other.equals(stop)) {
                list.add(new ListItem(text("shell.of", other.criterion().getCode() + " · " + other.label(), words)));
            }
        });
        return new Div(new Span(text("verification.review.kept")), list);
    }

    private boolean isKept(ReviewStop stop) {
        var words = reason.getValue().strip();
        if (words.isEmpty()) {
            reason.setErrorMessage(text("verification.review.reason.needed"));
            reason.setInvalid(true);
            reason.focus();
            return false;
        }
        marks.put(stop, words);
        return true;
    }
}
