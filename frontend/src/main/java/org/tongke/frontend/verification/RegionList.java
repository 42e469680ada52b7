package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.verification.ProgressAddress.Level;
import org.tongke.frontend.verification.ProgressAddress.Sort;
import org.tongke.frontend.verification.ProgressAddress.View;

/** The regions below one, as a table, as bars or on a map: the same figures each time. */
final class RegionList extends Section {
    private final Consumer<ProgressAddress> change;
    private final Table table = ProgressTables.regions();
    private final Div choices = new Div();
    private final Div shown = new Div();
    private String chosen = "";
    private String last = "";

    /** @param change called with what the address is to say */
    RegionList(Consumer<ProgressAddress> change) {
        this.change = change;
        addClassName("tkf-stack");
        choices.addClassName("tkf-controls");
        add(new H2(text("verification.children")), choices, shown);
    }

    void show(Region region, ProgressAddress address) {
        var units = units(region, address);
        var now = address.behind(region.getCode())
                + units.stream().map(unit -> "\n" + unit.words()).collect(Collectors.joining());
        // a table changes only what is different by itself; the others would lose one's place
        if (now.equals(last) && address.view() != View.TABLE) {
            return;
        }
        if (!address.behind(region.getCode()).equals(chosen)) {
            showChoices(region, address);
            chosen = address.behind(region.getCode());
        }
        last = now;
        if (address.view() != View.TABLE || units.isEmpty() || table.getParent().isEmpty()) {
            shown.removeAll();
        }
        if (units.isEmpty()) {
            shown.add(new Notice(text("verification.late.none"), text("verification.late.none.why")));
            return;
        }
        switch (address.view()) {
            case TABLE -> {
                table.show(units.stream().map(ProgressTables::row).toList());
                shown.add(table);
            }
            case BARS -> shown.add(new RegionBars(units));
            case MAP -> shown.add(new TileMap(units));
        }
    }

    private static List<Unit> units(Region region, ProgressAddress address) {
        var byUnit = address.showsUnits();
        return region.getChildren().stream()
                .flatMap(child -> byUnit && !child.getChildren().isEmpty()
                        ? child.getChildren().stream().map(unit -> unit(unit, child.getName(), address))
                        : Stream.of(unit(child, byUnit ? region.getName() : child.getName(), address)))
                .filter(unit -> !address.onlyLate() || unit.late() > 0)
                .sorted(order(address.sort()))
                .toList();
    }

    private static Unit unit(Region region, String city, ProgressAddress address) {
        return new Unit(region, city, address.behind("/progress/" + region.getCode()));
    }

    /** A sort that keeps the order of the notice among equals. */
    private static Comparator<Unit> order(Sort sort) {
        return switch (sort) {
            case NOTICE -> Comparator.comparing(unit -> 0);
            case VERIFIED -> Comparator.comparing(Unit::verifiedShare, Comparator.nullsLast(Comparator.naturalOrder()));
            case LATE -> Comparator.comparing(Unit::late).reversed();
        };
    }

    private void showChoices(Region region, ProgressAddress address) {
        choices.removeAll();
        var views = new Choice(text("verification.view"));
        for (var view : View.values()) {
            views.value(
                    view,
                    text("verification.view." + view),
                    null,
                    view == address.view(),
                    one -> change.accept(address.view(one)));
        }
        choices.add(views);
        var hasCities = region.getChildren().stream()
                .anyMatch(child -> !child.getChildren().isEmpty());
        if (hasCities && address.view() != View.MAP) {
            var levels = new Choice(text("verification.level"));
            for (var level : Level.values()) {
                levels.value(
                        level,
                        text("verification.level." + level),
                        null,
                        level == address.level(),
                        one -> change.accept(address.level(one)));
            }
            choices.add(levels);
        }
        if (address.view() != View.MAP) {
            choices.add(sorts(address));
        }
    }

    private Choice sorts(ProgressAddress address) {
        var sorts = new Choice(text("verification.sort"));
        for (var sort : Sort.values()) {
            sorts.value(
                    sort,
                    text("verification.sort." + sort),
                    null,
                    sort == address.sort(),
                    one -> change.accept(address.sort(one)));
        }
        return sorts;
    }
}
