package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** The conditions that hold, each with the way to take it away, and one to take all away. */
final class FilterChips extends UnorderedList {
    private final Consumer<FindSearch> go;

    /** @param go called with what is to be looked for */
    FilterChips(Consumer<FindSearch> go) {
        this.go = go;
        addClassNames("tkf-plain-list", "tkf-chips");
        getElement().setAttribute("aria-label", text("find.conditions"));
    }

    void show(FindSearch search, List<Condition> conditions) {
        removeAll();
        conditions.forEach(condition -> {
            var chip = button(condition.label(), condition.without());
            chip.addClassName("tkf-chip");
            chip.getElement().setAttribute("aria-label", text("find.drop.of", condition.facet(), condition.label()));
            add(new ListItem(chip));
        });
        if (conditions.size() > 1) {
            var all = button(text("find.drop.all"), search.cleared());
            all.addClassName("tkf-chip-all");
            add(new ListItem(all));
        }
        setVisible(!conditions.isEmpty());
    }

    private NativeButton button(String words, FindSearch without) {
        return new NativeButton(words, click -> go.accept(without));
    }
}
