package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushEdge;
import org.tongke.frontend.contract.types.PushState;
import org.tongke.frontend.contract.types.Role;

/** 推送: what a resource centre has given and plans to give, and what became of it; for the province those of all centres. */
@Route(PushListView.PATH)
@RolesAllowed({"RESOURCE_CENTRE", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class PushListView extends Page implements BeforeEnterObserver {
    static final String PATH = "pushes";
    private static final String STATE = "state";

    private final Pushes pushes;
    private final boolean ofCentre =
            SignedIn.current().filter(person -> person.is(Role.RESOURCE_CENTRE)).isPresent();
    private final Table table = new Table(text("push.table"), columns());
    private final Div choice = new Div();
    private final Div below = new Div();
    private final List<Push> shown = new ArrayList<>();
    private Optional<PushState> state = Optional.empty();

    public PushListView(Pushes pushes) {
        this.pushes = pushes;
        title(text("push.title"));
        line(text("push.line"));
        if (ofCentre) {
            add(new Row(
                    Links.button(Links.to("/" + PlanView.PATH, text("push.new"))),
                    Links.to("/resources/share", text("push.share"))));
        }
        add(choice, table, below);
    }

    private static List<Column> columns() {
        return List.of(
                new Column(text("push.resource"), Kind.WORDS),
                new Column(text("push.state"), Kind.SHORT),
                new Column(text("push.when"), Kind.SHORT),
                new Column(text("push.centre"), Kind.SHORT),
                new Column(text("push.count.schools"), Kind.NUMBER),
                new Column(text("push.count.opened"), Kind.NUMBER),
                new Column(text("push.count.used"), Kind.NUMBER));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state = OneOf.read(event.getLocation().getQueryParameters(), STATE, PushState.values());
        choice.removeAll();
        choice.add(states());
        again();
    }

    private Choice states() {
        var states = new Choice(text("push.state"));
        states.value(Optional.<PushState>empty(), text("push.state.all"), null, state.isEmpty(), this::turn);
        Stream.of(PushState.PLANNED, PushState.DELIVERED, PushState.RECALLED)
                .forEach(one -> states.value(
                        Optional.of(one), PushWords.state(one), null, state.equals(Optional.of(one)), this::turn));
        return states;
    }

    private void turn(Optional<PushState> wanted) {
        state = wanted;
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(PATH, OneOf.write(STATE, wanted))));
        again();
    }

    private void again() {
        shown.clear();
        append(null);
    }

    private void append(@Nullable String after) {
        var page = pushes.list(state.orElse(null), after);
        page.getEdges().stream().map(PushEdge::getNode).forEach(shown::add);
        table.show(shown.stream().map(PushListView::row).toList());
        table.setVisible(!shown.isEmpty());
        below.removeAll();
        if (shown.isEmpty()) {
            below.add(nothing());
        }
        More.below(below, page.getPageInfo(), this::append);
    }

    private Notice nothing() {
        if (state.isPresent()) {
            return new Notice(text("push.none.state"), text("push.none.state.why"));
        }
        return new Notice(text("push.none"), text(ofCentre ? "push.none.why" : "push.none.why.office"));
    }

    private static Table.Row row(Push push) {
        var counts = push.getCounts();
        return new Table.Row(
                push.getTitle(),
                PushView.path(push.getId()),
                List.of(
                        PushWords.stateCell(push),
                        Cell.of(PushWords.when(push)),
                        Cell.of(push.getCentre().getName()),
                        count(push, counts.getSchools()),
                        count(push, counts.getOpened()),
                        count(push, counts.getUsed())));
    }

    /** Of what is only planned nothing is counted. */
    private static Cell count(Push push, int count) {
        return Cell.of(push.getDeliveredAt() == null ? text("push.count.none") : String.valueOf(count));
    }
}
