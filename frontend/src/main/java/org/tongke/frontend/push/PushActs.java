package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.ReasonDialog;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.SureDialog;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Push;

/** What the caller may do with a push: remind, say it otherwise, take it back. Each sheet says what will happen, and to whom. */
final class PushActs extends Div {
    private final Pushes pushes;
    private final Push push;
    private final Runnable done;

    /** @param done called when something was done */
    PushActs(Pushes pushes, Push push, Runnable done) {
        this.pushes = pushes;
        this.push = push;
        this.done = done;
        var acts = new Row();
        var waiting = push.getCounts().getNotOpened();
        if (push.getViewerCanRemind() && waiting > 0) {
            var remind = new Button(text("push.remind", waiting));
            remind.addThemeName("primary");
            Taps.act(remind, () -> remind(waiting));
            acts.add(remind);
        }
        if (push.getViewerCanEdit()) {
            acts.add(Links.button(Links.to(PlanView.path(push.getId()), text("push.edit"))));
        }
        if (push.getViewerCanRecall()) {
            var recall = new Button(text("push.recall"));
            Taps.act(recall, this::recall);
            acts.add(recall);
        }
        add(acts);
        setVisible(acts.getChildren().findAny().isPresent());
    }

    /** The same reminder however often it is tapped. */
    private void remind(int waiting) {
        var id = UUID.randomUUID();
        new SureDialog(text("push.remind", waiting), text("push.remind.yes"), () -> {
                    var schools = pushes.remind(id, push);
                    Toast.show(text("push.remind.done", schools));
                    done.run();
                })
                .saying(text("push.remind.means", push.getTitle(), waiting))
                .open();
    }

    private void recall() {
        var means = push.getDeliveredAt() == null
                ? text("push.recall.before")
                : text(
                        "push.recall.means",
                        push.getCounts().getSchools(),
                        push.getCounts().getOpened());
        new ReasonDialog(text("push.recall"), means, text("push.recall.yes"), reason -> {
                    pushes.recall(push, reason);
                    Toast.show(text("push.recall.done"));
                    done.run();
                })
                .open();
    }
}
