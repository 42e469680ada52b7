package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.contract.types.ReceivedPushEdge;

/** 推送给我的: all that resource centres gave to the person's schools, the newest first. What was opened and then taken back leaves a stub. */
@Route(ReceivedListView.PATH)
@RolesAllowed({"TEACHER", "CLERK"})
public final class ReceivedListView extends Page implements BeforeEnterObserver {
    static final String PATH = "resources/pushed";
    private static final String SHOW = "show";
    private static final String UNREAD = "unread";

    private final ReceivedPushes received;
    private final Div choice = new Div();
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
        add(choice, list, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unread = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .filter(UNREAD::equals)
                .isPresent();
        choice.removeAll();
        choice.add(new Choice(text("push.received.show"))
                .value(false, text("push.received.show.all"), null, !unread, this::turn)
                .value(true, text("push.received.unread"), null, unread, this::turn));
        again();
    }

    private void turn(boolean toUnread) {
        unread = toUnread;
        var query = toUnread ? QueryParameters.simple(Map.of(SHOW, UNREAD)) : QueryParameters.empty();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, query)));
        again();
    }

    private void again() {
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
