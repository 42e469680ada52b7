package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.TwoLists;
import org.tongke.frontend.contract.types.ReceivedPushEdge;

/** 推送给我的: all that resource centres gave to the person's schools, the newest first. What was opened and then taken back leaves a stub. */
@Route(ReceivedListView.PATH)
@RolesAllowed({"TEACHER", "CLERK"})
public final class ReceivedListView extends Page implements BeforeEnterObserver {
    static final String PATH = "resources/pushed";

    private final ReceivedPushes received;
    private final TwoLists lists = new TwoLists(
            PATH,
            "unread",
            new TwoLists.Words(
                    text("push.received.show"), text("push.received.show.all"), text("push.received.unread")),
            this::show);
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private boolean unread;

    public ReceivedListView(ReceivedPushes received) {
        this.received = received;
        title(text("push.received"));
        line(text("push.received.line"));
        var way = new Nav(Links.to("/resources", text("push.received.back")));
        way.addClassName("tkf-crumbs");
        above(way);
        list.addClassName("tkf-lines");
        add(lists, list, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        lists.enter(event);
    }

    private void show(boolean toUnread) {
        unread = toUnread;
        list.removeAll();
        append(null);
    }

    private void append(@Nullable String after) {
        var page = received.list(unread, after);
        page.getEdges().stream()
                .map(ReceivedPushEdge::getNode)
                .map(ReceivedItem::new)
                .forEach(list::add);
        list.setVisible(list.getComponentCount() > 0);
        below.removeAll();
        if (after == null && page.getEdges().isEmpty()) {
            below.add(new Notice(
                    text(unread ? "push.received.none.unread" : "push.received.none"),
                    text("push.received.none.why"),
                    Links.to("/resources", text("push.received.back"))));
        }
        More.below(below, page.getPageInfo(), this::append);
    }
}
