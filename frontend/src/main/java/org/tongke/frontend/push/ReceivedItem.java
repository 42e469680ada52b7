package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.ReceivedPush;

/** What a school was given: from whom, with what words, and whether it is still to be opened; of what was taken back, why. */
final class ReceivedItem extends ListItem {
    ReceivedItem(ReceivedPush push) {
        var words = new Div(title(push), soft(push));
        words.addClassName("tkf-line-name");
        if (push.getNote() != null && push.getRecall() == null) {
            words.add(new Span(push.getNote()));
        }
        if (push.getRecall() != null) {
            var recall = push.getRecall();
            words.add(new Span(text(
                    "push.received.recalled.why", recall.getBy(), Formats.day(recall.getAt()), recall.getReason())));
        }
        add(words, states(push));
    }

    private static Component title(ReceivedPush push) {
        var resource = push.getResource();
        var title = resource == null ? new Span(push.getTitle()) : Links.to(PushWords.path(resource), push.getTitle());
        title.addClassName("tkf-strong");
        return title;
    }

    private static Span soft(ReceivedPush push) {
        var line = new Span(text("push.received.from", push.getCentre().getName(), Formats.day(push.getDeliveredAt())));
        line.addClassName("tkf-soft");
        return line;
    }

    private static Row states(ReceivedPush push) {
        var states = new Row();
        if (push.getRecall() != null) {
            states.add(new StateBadge(text("push.received.recalled"), null));
        } else if (push.getOpenedAt() != null) {
            states.add(new StateBadge(text("push.received.opened"), "good"));
        } else {
            states.add(new StateBadge(text("push.received.unread"), "lacking"));
            if (push.getRemindedAt() != null) {
                states.add(
                        new StateBadge(text("push.received.reminded", Formats.day(push.getRemindedAt())), "lacking"));
            }
        }
        return states;
    }
}
