package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Table.Row;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityEdge;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.Programme;
import org.tongke.frontend.directory.RegionItem;
import org.tongke.frontend.directory.Regions;

/** 教共体: all communities of an office's region, planned, formed and verified ones apart. What is shown stands in the address. */
@Route(OfficeListView.PATH)
@RolesAllowed({"COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER"})
public final class OfficeListView extends Page implements BeforeEnterObserver {
    static final String PATH = "communities";

    private static final int PAGE = 50;

    private final CommunityOffice office;
    private final Programmes programmes;
    private final Regions regions;
    private final Table table = new Table(
            text("community.list.table"),
            List.of(
                    new Column(text("community.list.name"), Kind.WORDS),
                    new Column(text("community.list.county"), Kind.SHORT),
                    new Column(text("community.list.mode"), Kind.SHORT),
                    new Column(text("community.list.core"), Kind.WORDS),
                    new Column(text("community.list.members"), Kind.NUMBER),
                    new Column(text("community.list.newIn"), Kind.SHORT),
                    new Column(text("community.list.state"), Kind.SHORT)));
    private final Div below = new Div();
    private final List<Community> shown = new ArrayList<>();
    private CommunityAddress address = new CommunityAddress(null, null, null, "");
    private Filters filters = new Filters(null);
    private String own = "";
    private @Nullable String next;

    public OfficeListView(CommunityOffice office, Programmes programmes, Regions regions) {
        this.office = office;
        this.programmes = programmes;
        this.regions = regions;
        title(text("community.list"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        own = SignedIn.current().flatMap(SignedIn::office).orElseThrow(NotFoundException::new);
        var read = CommunityAddress.read(event.getLocation().getQueryParameters());
        address = read.address();
        clear();
        var unknown = new ArrayList<>(read.unknown());
        if (address.region() != null && regions.find(address.region()).isEmpty()) {
            unknown.add("region=" + address.region());
        }
        if (address.newIn() != null && programmes.find(address.newIn()).isEmpty()) {
            unknown.add("newIn=" + address.newIn());
        }
        add(new Unread().say(unknown));
        above(Links.to("/progress/" + own, text("community.list.back")));
        filters = filters();
        add(filters, table, below);
        look();
    }

    private Filters filters() {
        var region = new ComboBox<RegionItem>(text("community.list.region"));
        region.setItems(regions.list());
        region.setItemLabelGenerator(RegionItem::label);
        regions.find(code()).ifPresent(region::setValue);
        region.addValueChangeListener(event -> change(
                event.isFromClient(),
                address.region(
                        event.getValue() == null ? null : event.getValue().code())));
        var name = new TextField(text("community.list.search"));
        name.setValue(address.name());
        name.setClearButtonVisible(true);
        // an input method writes half syllables: only a pause counts as a wish
        Typing.pauses(name);
        name.addValueChangeListener(event -> change(event.isFromClient(), address.name(event.getValue())));
        var modes = new Choice(text("community.list.mode"));
        modes.value(
                "", text("community.list.all"), null, address.mode() == null, all -> change(true, address.mode(null)));
        for (var mode : CommunityMode.values()) {
            modes.value(
                    mode,
                    CommunityWords.mode(mode),
                    null,
                    mode == address.mode(),
                    one -> change(true, address.mode(one)));
        }
        var years = new Choice(text("community.list.newIn"));
        years.value(
                "",
                text("community.list.all"),
                null,
                address.newIn() == null,
                all -> change(true, address.newIn(null)));
        programmes
                .list()
                .forEach(programme -> years.value(
                        programme.getCode(),
                        year(programme),
                        null,
                        programme.getCode().equals(address.newIn()),
                        one -> change(true, address.newIn(one))));
        return new Filters(name, region, modes, years);
    }

    private String code() {
        return address.region() == null ? own : address.region();
    }

    private static String year(Programme programme) {
        return text(
                programme.getDemo() ? "community.programme.demo" : "community.programme.year",
                programme.getCode().replaceFirst("-.*", ""));
    }

    private void change(boolean byPerson, CommunityAddress other) {
        if (byPerson) {
            address = other;
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, address.write())));
            look();
        }
    }

    private void look() {
        filters.set(!code().equals(own), address.mode() != null, address.newIn() != null);
        shown.clear();
        next = null;
        more();
    }

    private void more() {
        var page = office.list(
                regions.find(code()).map(RegionItem::id).orElse(null),
                address.mode(),
                programmes.idOf(address.newIn()),
                address.name(),
                PAGE,
                next);
        page.getEdges().stream().map(CommunityEdge::getNode).forEach(shown::add);
        next = page.getPageInfo().getEndCursor();
        table.show(shown.stream().map(OfficeListView::row).toList());
        table.setVisible(!shown.isEmpty());
        below.removeAll();
        if (shown.isEmpty()) {
            below.add(new Notice(text("community.list.none"), text("community.list.none.why")));
        }
        More.below(below, page.getPageInfo(), after -> more());
    }

    private static Row row(Community community) {
        return new Row(
                community.getName(),
                "/communities/" + Links.encode(community.getId()),
                List.of(
                        Cell.of(community.getCounty().getName()),
                        Cell.of(CommunityWords.mode(community.getMode())),
                        Cell.of(community.getCore().getName()),
                        Cell.of(String.valueOf(community.getMembers().size())),
                        Cell.of(
                                community.getNewIn().isEmpty()
                                        ? text("community.list.before")
                                        : community.getNewIn().stream()
                                                .map(code -> code.replaceFirst("-.*", ""))
                                                .collect(Collectors.joining(text("community.and")))),
                        state(community)));
    }

    /** Planned, formed, operating, verified: the furthest that it is. */
    private static Cell state(Community community) {
        var progress = community.getProgress();
        if (progress == null) {
            return Cell.of(text("community.list.state.none"));
        }
        if (progress.getVerifiedAt() != null) {
            return new Cell(text("community.list.state.verified"), "good");
        }
        if (progress.getOperating()) {
            return new Cell(text("community.list.state.operating"), "good");
        }
        return progress.getFormed()
                ? Cell.of(text("community.list.state.formed"))
                : new Cell(text("community.list.state.planned"), "lacking");
    }
}
