package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.contract.types.RecommendationEdge;
import org.tongke.frontend.contract.types.RecommendationState;
import org.tongke.frontend.contract.types.Role;

/** 推荐: what schools recommend to the centre, those first that wait longest; for schools their own, with what the centre said. */
@Route(RecommendationListView.PATH)
@RolesAllowed({"TEACHER", "CLERK", "RESOURCE_CENTRE", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class RecommendationListView extends Page implements BeforeEnterObserver {
    static final String PATH = "recommendations";
    private static final String SHOW = "show";

    private final Recommendations recommendations;
    private final boolean ofCentre =
            SignedIn.current().filter(person -> person.is(Role.RESOURCE_CENTRE)).isPresent();
    private final Div choice = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private Show show = Show.ALL;

    /** Which ones are shown. */
    enum Show {
        WAITING,
        ACCEPTED,
        DECLINED,
        ALL;

        private @Nullable RecommendationState state() {
            return switch (this) {
                case WAITING -> RecommendationState.WAITING;
                case ACCEPTED -> RecommendationState.ACCEPTED;
                case DECLINED -> RecommendationState.DECLINED;
                case ALL -> null;
            };
        }
    }

    public RecommendationListView(Recommendations recommendations) {
        this.recommendations = recommendations;
        title(text("push.recommendations"));
        line(text(ofCentre ? "push.recommendations.line.centre" : "push.recommendations.line"));
        if (SignedIn.current().filter(SignedIn::hasTimetable).isPresent()) {
            var way = new Nav(Links.to("/resources", text("push.received.back")));
            way.addClassName("tkf-crumbs");
            above(way);
        }
        list.addClassName("tkf-cards");
        add(choice, list, below);
    }

    /** What waits is what a centre looks for; a school looks for what became of its own. */
    private Show usual() {
        return ofCentre ? Show.WAITING : Show.ALL;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show = OneOf.read(event.getLocation().getQueryParameters(), SHOW, Show.values())
                .orElse(usual());
        choice.removeAll();
        var shows = new Choice(text("push.recommendations.show"));
        for (var one : Show.values()) {
            var words =
                    one == Show.ALL ? text("push.recommendations.all") : text("push.recommendation." + OneOf.code(one));
            shows.value(one, words, null, one == show, this::turn);
        }
        choice.add(shows);
        again();
    }

    private void turn(Show wanted) {
        show = wanted;
        var query = OneOf.write(SHOW, wanted == usual() ? Optional.<Show>empty() : Optional.of(wanted));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, query)));
        again();
    }

    private void again() {
        list.removeAll();
        append(null);
    }

    private void append(@Nullable String after) {
        var page = recommendations.list(show.state(), after);
        page.getEdges().stream()
                .map(RecommendationEdge::getNode)
                .forEach(one -> list.add(new RecommendationItem(recommendations, one, this::again)));
        list.setVisible(list.getComponentCount() > 0);
        below.removeAll();
        if (after == null && page.getEdges().isEmpty()) {
            below.add(new Notice(
                    text("push.recommendations.none"),
                    text(ofCentre ? "push.recommendations.none.centre" : "push.recommendations.none.why")));
        }
        More.below(below, page.getPageInfo(), this::append);
    }
}
