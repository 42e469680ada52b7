package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Target;

/**
 * 任务: what a region is to reach, as the notice prints it, beside what its formula gives and what cities have raised; below it the same of
 * all units. Which units, which year and what was searched for stand in the address.
 */
@Route(TargetView.PATH + "/:region?")
@RolesAllowed({"COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER"})
public final class TargetView extends Page implements BeforeEnterObserver {
    static final String PATH = "targets";

    private final Targets targets;
    private final Programmes programmes;
    private final TargetCard card;
    private final Table units = TargetTables.units();
    private final Div none = new Div(new Notice(text("community.targets.none"), text("community.targets.none.why")));
    private final Div files = new Div();
    private Filters filters = new Filters(null);
    private String code = "";
    private TargetAddress address = TargetAddress.PLAIN;
    private List<Unit> all = List.of();

    private record Unit(String name, String code, Target target) {}

    public TargetView(Targets targets, Programmes programmes) {
        this.targets = targets;
        this.programmes = programmes;
        card = new TargetCard(targets, this::look);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var own = SignedIn.current().flatMap(SignedIn::office).orElseThrow(NotFoundException::new);
        var read = TargetAddress.read(event.getLocation().getQueryParameters());
        code = event.getRouteParameters().get("region").orElse(own);
        address = read.address();
        var region = targets.find(code, programmes.idOf(address.programme())).orElseThrow(NotFoundException::new);
        title(text("community.targets", region.getName()));
        clear();
        crumbs(region);
        var unknown = new ArrayList<>(read.unknown());
        if (address.programme() != null && programmes.find(address.programme()).isEmpty()) {
            unknown.add("programme=" + address.programme());
        }
        add(new Unread().say(unknown));
        build(region);
    }

    private void build(Region region) {
        var target = region.getTarget();
        if (target == null) {
            add(
                    new ProgrammeChoice(programmes.list(), String.valueOf(address.programme()), this::year),
                    new Notice(text("community.targets.noRow"), text("community.targets.noRow.why")));
            return;
        }
        line(target.getProgramme().getName());
        var source = new Paragraph(text("community.targets.source"));
        source.addClassName("tkf-soft");
        add(new ProgrammeChoice(programmes.list(), target.getProgramme().getCode(), this::year), card, files);
        if (!region.getChildren().isEmpty()) {
            filters = filters();
            var part = new Section(units, none);
            part.addClassName("tkf-stack");
            add(filters, part);
        }
        add(source);
        show(region);
    }

    /** Where a region has units below it. */
    private Filters filters() {
        var choice = new Choice(text("community.targets.show"));
        for (var show : TargetAddress.Show.values()) {
            choice.value(
                    show,
                    text("community.targets.show." + show),
                    null,
                    show == address.show(),
                    one -> change(address.show(one)));
        }
        var name = new TextField(text("community.targets.name"));
        name.setValue(address.name());
        name.setClearButtonVisible(true);
        Typing.pauses(name);
        name.addValueChangeListener(event -> change(address.name(event.getValue())));
        return new Filters(name, choice);
    }

    private void year(String programme) {
        getUI().ifPresent(ui ->
                ui.navigate(PATH + "/" + code, address.programme(programme).write()));
    }

    private void change(TargetAddress other) {
        address = other;
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(PATH + "/" + code, address.write())));
        showUnits();
    }

    private void look() {
        targets.find(code, programmes.idOf(address.programme())).ifPresent(this::show);
    }

    private void show(Region region) {
        var target = region.getTarget();
        if (target == null) {
            return;
        }
        card.show(target);
        all = region.getChildren().stream()
                .flatMap(child -> child.getChildren().isEmpty()
                        ? unit(child.getName(), child)
                        : child.getChildren().stream()
                                .flatMap(unit -> unit(child.getName() + " " + unit.getName(), unit)))
                .toList();
        showUnits();
    }

    private static Stream<Unit> unit(String name, Region region) {
        var target = region.getTarget();
        return target == null ? Stream.empty() : Stream.of(new Unit(name, region.getCode(), target));
    }

    private void showUnits() {
        filters.set(address.show() != TargetAddress.Show.ALL);
        var wanted = Communities.plain(address.name());
        var some = all.stream()
                .filter(unit -> holds(unit.target()))
                .filter(unit -> Communities.plain(unit.name()).contains(wanted))
                .toList();
        var query = address.programme() == null ? "" : "?programme=" + Links.encode(address.programme());
        units.show(some.stream()
                .map(unit -> TargetTables.unit(unit.name(), "/" + PATH + "/" + unit.code() + query, unit.target()))
                .toList());
        units.setVisible(!some.isEmpty());
        none.setVisible(some.isEmpty());
        files.removeAll();
        files.add(new Row(
                file("xlsx"),
                file("html"),
                Links.calm(Links.to("/progress/" + code + query, text("community.targets.progress")))));
    }

    private boolean holds(Target target) {
        return switch (address.show()) {
            case ALL -> true;
            case TASK -> target.getGoal() != null;
            case DIFFERS -> target.getFormula().getDiffers();
            case RAISED -> target.getIsRaised();
        };
    }

    private Anchor file(String type) {
        var programme = programmes.idOf(address.programme());
        var path = "/exports/targets/" + code + "." + type + "?lang="
                + Language.current().tag() + "&show=" + address.show().code()
                + (programme == null ? "" : "&programme=" + Links.encode(programme));
        return Links.calm(Links.out(path, text("community.targets.file." + type)));
    }

    /** Targets are open to everybody, so the way up leads to the province. */
    private void crumbs(Region region) {
        var list = new OrderedList();
        var way = new ArrayList<Region>();
        for (var one = region.getParent(); one != null; one = one.getParent()) {
            way.addFirst(one);
        }
        var query = address.programme() == null ? "" : "?programme=" + Links.encode(address.programme());
        way.forEach(one -> list.add(new ListItem(Links.to("/" + PATH + "/" + one.getCode() + query, one.getName()))));
        var nav = new Nav(list);
        nav.addClassName("tkf-crumbs");
        nav.setAriaLabel(text("community.targets.regions"));
        nav.setVisible(!way.isEmpty());
        above(nav);
    }
}
