package org.tongke.frontend.resource;

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
import org.tongke.frontend.contract.types.ResourceProblemEdge;

/** 反映的问题: what others say is wrong with one's own resources, and for offices with those of their place; until when it is to be seen to. */
@Route(ProblemListView.PATH)
@RolesAllowed({
    "TEACHER",
    "CLERK",
    "COUNTY_OFFICER",
    "CITY_OFFICER",
    "PROVINCE_OFFICER",
    "RESOURCE_CENTRE",
    "ADMINISTRATOR"
})
public final class ProblemListView extends Page implements BeforeEnterObserver {
    static final String PATH = "resources/problems";

    private final Problems problems;
    private final TwoLists lists = new TwoLists(
            PATH,
            "done",
            new TwoLists.Words(
                    text("resource.problems.show"), text("resource.problems.open"), text("resource.problems.done")),
            this::show);
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private boolean open = true;

    public ProblemListView(Problems problems) {
        this.problems = problems;
        title(text("resource.problems"));
        line(text("resource.problems.line"));
        var way = new Nav(Links.to("/" + ResourceListView.PATH, text("resource.back")));
        way.addClassName("tkf-crumbs");
        above(way);
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
        var page = problems.list(open, after);
        page.getEdges().stream()
                .map(ResourceProblemEdge::getNode)
                .forEach(problem -> list.add(new ProblemItem(problem, problems, this::again)));
        below.removeAll();
        if (after == null && page.getEdges().isEmpty()) {
            below.add(new Notice(text("resource.problems.none"), text("resource.problems.none.why")));
        }
        More.below(below, page.getPageInfo(), this::append);
    }
}
