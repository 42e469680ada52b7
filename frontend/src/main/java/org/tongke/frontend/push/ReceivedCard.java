package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;

/** 推送给我的: what was given to the person's schools and is still to be opened, the newest first, and the way to all of it. */
public final class ReceivedCard extends Section {
    private ReceivedCard(ReceivedPushes.Glance glance) {
        addClassName("tkf-card");
        add(new H2(glance.unread() == 0 ? text("push.received") : text("push.received.count", glance.unread())));
        if (glance.newest().isEmpty()) {
            var done = new Paragraph(text("push.received.allOpened"));
            done.addClassName("tkf-soft");
            add(done);
        } else {
            var list = new UnorderedList();
            list.addClassName("tkf-lines");
            glance.newest().stream().map(ReceivedItem::new).forEach(list::add);
            add(list);
        }
        add(new Row(Links.to("/" + ReceivedListView.PATH, text("push.received.all"))));
    }

    /** Of the person at the browser; empty where nothing was given. */
    public static Optional<ReceivedCard> of(ReceivedPushes received) {
        return Optional.of(received.glance()).filter(ReceivedPushes.Glance::any).map(ReceivedCard::new);
    }
}
