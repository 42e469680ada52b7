package org.tongke.frontend.audit;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.AuditEntry;
import org.tongke.frontend.contract.types.AuditEntryEdge;
import org.tongke.frontend.contract.types.AuditField;
import org.tongke.frontend.contract.types.AuditKind;

/** 操作记录: the newest first, by time, person, kind and thing, which stand in the address. */
@Route(AuditView.PATH)
@RolesAllowed({"COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class AuditView extends Page implements BeforeEnterObserver {
    static final String PATH = "audit";

    private final AuditTrail trail;
    private final List<AuditKind> kinds;
    private final DayPicker from = new DayPicker(text("audit.from"));
    private final DayPicker to = new DayPicker(text("audit.to"));
    private final TextField byName = new TextField(text("audit.byName"));
    private final Select<AuditKind> kind = new Select<>();
    private final Filters filters = new Filters(byName, from, to, kind);
    private final Anchor export = Links.calm(Links.out("", text("audit.export")));
    private final Div one = new Div();
    private final Table table = new Table(
            text("audit.table"),
            List.of(
                    new Column(text("audit.thing"), Kind.WORDS),
                    new Column(text("audit.change"), Kind.WORDS),
                    new Column(text("audit.by"), Kind.SHORT),
                    new Column(text("audit.at"), Kind.SHORT),
                    new Column(text("audit.source"), Kind.SHORT)));
    private final Div below = new Div();
    private final Unread unread = new Unread();
    private final List<AuditEntry> shown = new ArrayList<>();
    private @Nullable String thing;

    public AuditView(AuditTrail trail) {
        this.trail = trail;
        kinds = trail.listKinds();
        title(text("audit.title"));
        line(text("audit.line"));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        byName.setClearButtonVisible(true);
        byName.setPlaceholder(text("audit.byName.means"));
        Typing.pauses(byName);
        kind.setLabel(text("audit.kind"));
        kind.setItems(kinds);
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(text("audit.kind.all"));
        kind.setItemLabelGenerator(each -> each == null ? text("audit.kind.all") : each.getLabel());
        add(unread, filters, one, new Row(export), table, below);
        from.addValueChangeListener(change -> changed(change.isFromClient()));
        to.addValueChangeListener(change -> changed(change.isFromClient()));
        byName.addValueChangeListener(change -> changed(change.isFromClient()));
        kind.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var asked = AuditAddress.of(query);
        from.setValue(asked.from());
        to.setValue(asked.to());
        byName.setValue(asked.byName() == null ? "" : asked.byName());
        kind.setValue(kinds.stream()
                .filter(each -> each.getKind().equals(asked.kind()))
                .findFirst()
                .orElse(null));
        thing = asked.thing();
        var unknown = new ArrayList<>(AuditAddress.unread(query));
        if (asked.kind() != null && kind.getValue() == null) {
            unknown.add("kind=" + asked.kind());
        }
        unread.say(unknown);
        again();
    }

    private AuditAddress asked() {
        return new AuditAddress(
                from.getValue(),
                to.getValue(),
                byName.getValue(),
                kind.getValue() == null ? null : kind.getValue().getKind(),
                thing);
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            var query = QueryParameters.simple(asked().parameters());
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, query)));
            again();
        }
    }

    private void again() {
        filters.set(!from.isEmpty(), !to.isEmpty(), !kind.isEmpty());
        shown.clear();
        export.setHref(asked().export(Language.current().tag()));
        show(null);
        one.removeAll();
        one.setVisible(thing != null);
        if (thing != null) {
            // where nothing is found, only its key is known, which says nothing to anybody
            var words = shown.stream()
                    .findFirst()
                    .map(entry -> text("audit.ofThing", nameOf(entry)))
                    .orElseGet(() -> text("audit.ofThing.nameless"));
            one.add(new Paragraph(new Span(words + " "), Links.to("/audit", text("audit.ofThing.all"))));
        }
    }

    private void show(@Nullable String after) {
        var page = trail.list(asked(), after);
        page.getEdges().stream().map(AuditEntryEdge::getNode).forEach(shown::add);
        table.show(shown.stream().map(AuditView::row).toList());
        table.setVisible(!shown.isEmpty());
        below.removeAll();
        if (shown.isEmpty()) {
            below.add(
                    new Notice(text("audit.none"), text(byName.isEmpty() ? "audit.none.why" : "audit.none.why.name")));
        }
        More.below(below, page.getPageInfo(), this::show);
    }

    private static Table.Row row(AuditEntry entry) {
        return new Table.Row(
                nameOf(entry),
                AuditAddress.ofThing(entry.getKind(), entry.getThing()),
                List.of(
                        Cell.of(words(entry)),
                        Cell.of(entry.getBy()),
                        Cell.of(Formats.day(entry.getRecordedAt()) + " " + Formats.time(entry.getRecordedAt())),
                        Cell.of(whence(entry))));
    }

    private static String whence(AuditEntry entry) {
        return entry.getAddress() == null ? entry.getSource() : entry.getSource() + " · " + entry.getAddress();
    }

    private static String nameOf(AuditEntry entry) {
        var name = entry.getThingLabel() == null ? entry.getThing() : entry.getThingLabel();
        return entry.getKindLabel() + " · " + name;
    }

    private static String words(AuditEntry entry) {
        if (entry.getLost()) {
            return text("audit.lost");
        }
        if (entry.getFields().isEmpty()) {
            return text(entry.getRevision() == 1 ? "audit.entered" : "audit.written");
        }
        return entry.getFields().stream().map(AuditView::words).collect(Collectors.joining(text("audit.fields.more")));
    }

    private static String words(AuditField field) {
        return text("audit.field", field.getLabel(), value(field.getBefore()), value(field.getAfter()));
    }

    private static String value(@Nullable String value) {
        return value == null || value.isEmpty() ? text("audit.nothing") : value;
    }
}
