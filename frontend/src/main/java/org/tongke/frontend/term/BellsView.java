package org.tongke.frontend.term;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.BellSchedule;
import org.tongke.frontend.contract.types.School;

/** 作息时间 of the clerk's own schools: the one that holds today, and the next one that is entered already. */
@Route("bells")
@RolesAllowed("CLERK")
public final class BellsView extends Page {
    private final Bells bells;
    private final Div shown = new Div();

    BellsView(Bells bells) {
        this.bells = bells;
        title(text("term.bells"));
        line(text("term.bells.means"));
        above(Links.to("/school", text("term.bells.back")));
        shown.addClassName("tkf-stack");
        add(shown);
        again();
    }

    private void again() {
        shown.removeAll();
        var schools = SignedIn.current().map(SignedIn::schools).orElse(List.of());
        schools.stream().flatMap(this::parts).forEach(shown::add);
        if (shown.getComponentCount() == 0) {
            shown.add(new Notice(text("term.bells.none"), text("term.bells.none.why")));
        }
    }

    private Stream<Section> parts(School school) {
        return bells.find(school.getId(), null).filter(BellSchedule::getViewerCanPut).stream()
                .flatMap(now -> Stream.concat(
                        Stream.of(part(now, true)),
                        Stream.ofNullable(now.getNextFrom())
                                .flatMap(from -> bells.find(school.getId(), from).stream())
                                .map(next -> part(next, false))));
    }

    private Section part(BellSchedule schedule, boolean isNow) {
        var name = schedule.getSchool().getName();
        var from = schedule.getValidFrom() == null
                ? text("term.bells.product")
                : text(isNow ? "term.bells.since" : "term.bells.next", Formats.day(schedule.getValidFrom()));
        var about = new Paragraph(from);
        about.addClassName("tkf-soft");
        var table = new Table(
                text("term.bells.of", name),
                List.of(
                        new Column(text("term.bells.period"), Kind.SHORT),
                        new Column(text("term.bells.begins"), Kind.SHORT),
                        new Column(text("term.bells.ends"), Kind.SHORT)));
        table.show(schedule.getPeriods().stream()
                .map(period -> new Table.Row(
                        period.getName(), null, List.of(Cell.of(period.getFrom()), Cell.of(period.getTo()))))
                .toList());
        var part = new Section(new H2(name), about, table);
        if (isNow) {
            var edit = new Button(text("term.bells.edit"), click -> open(schedule));
            edit.setAriaLabel(text("term.bells.edit.of", name));
            part.add(new Row(edit));
        }
        part.addClassNames("tkf-card", "tkf-stack");
        return part;
    }

    private void open(BellSchedule schedule) {
        new BellsDialog(schedule, bells, () -> {
                    again();
                    Toast.show(text("term.bells.saved"));
                })
                .open();
    }
}
