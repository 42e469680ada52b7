package org.tongke.frontend.timetable.correction;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.TwoLists;
import org.tongke.frontend.contract.types.CorrectionEdge;
import org.tongke.frontend.timetable.FindTabs;

/** 纠错: what people say is wrong with lessons that the person sees to, what he or she has said, and what was done about it. */
@Route(CorrectionListView.PATH)
@RolesAllowed({"TEACHER", "CLERK", "COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER", "SUPPLIER", "ADMINISTRATOR"})
public final class CorrectionListView extends Page implements BeforeEnterObserver {
    static final String PATH = "find/corrections";

    private final Corrections corrections;
    private final TwoLists lists = new TwoLists(
            PATH,
            "done",
            new TwoLists.Words(
                    text("timetable.corrections.show"),
                    text("timetable.corrections.open"),
                    text("timetable.corrections.done")),
            this::show);
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private boolean open = true;

    public CorrectionListView(Corrections corrections) {
        this.corrections = corrections;
        title(text("timetable.corrections"));
        line(text("timetable.corrections.line"));
        above(new FindTabs(FindTabs.CORRECTIONS));
        list.addClassName("tkf-cards");
        add(lists, list, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        lists.enter(event);
    }

    private void show(boolean done) {
        open = !done;
        again();
    }

    private void again() {
        list.removeAll();
        append(null);
    }

    private void append(@Nullable String after) {
        var page = corrections.list(open, after);
        page.getEdges().stream()
                .map(CorrectionEdge::getNode)
                .forEach(one -> list.add(new CorrectionItem(one, corrections, this::again)));
        below.removeAll();
        if (after == null && page.getEdges().isEmpty()) {
            below.add(new Notice(
                    text("timetable.corrections.none"),
                    text(open ? "timetable.corrections.none.why" : "timetable.corrections.none.done")));
        }
        More.below(below, page.getPageInfo(), this::append);
    }
}
