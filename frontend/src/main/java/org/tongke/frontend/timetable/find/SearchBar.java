package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.contract.types.ActivityCounts;

/** The field for words, and on a phone the button that opens the filters. */
final class SearchBar extends Div {

    private final TextField words = new TextField();
    private final Button filter = new Button();
    private final Button done = new Button();

    /** @param look called with the words after each pause */
    SearchBar(Consumer<String> look) {
        addClassName("tkf-find-bar");
        getElement().setAttribute("role", "search");
        words.setAriaLabel(text("find.words"));
        words.setPlaceholder(text("find.words.example"));
        words.setClearButtonVisible(true);
        words.setMaxLength(FindSearch.LONGEST_TEXT);
        Typing.pauses(words);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look.accept(change.getValue());
            }
        });
        filter.addClassName("tkf-phone-only");
        done.addClassName("tkf-phone-only");
        done.addThemeNames("primary");
        add(words, filter);
    }

    /** Says which panel the button opens. */
    void opens(FacetPanel panel) {
        filter.getElement()
                .setAttribute("aria-controls", panel.getId().orElseThrow())
                .setAttribute("aria-expanded", "false");
        filter.addClickListener(click -> turn(panel, !panel.getElement().hasAttribute("data-open")));
        done.addClickListener(click -> {
            turn(panel, false);
            filter.focus();
        });
        panel.add(done);
    }

    private void turn(FacetPanel panel, boolean open) {
        panel.getElement().setAttribute("data-open", open);
        filter.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    void show(FindSearch search, ActivityCounts counts) {
        // not while somebody types: a space at the end is part of the next word
        if (!words.getValue().strip().equals(search.text())) {
            words.setValue(search.text());
        }
        var conditions = search.conditions() - (search.text().isEmpty() ? 0 : 1);
        filter.setText(conditions == 0 ? text("shell.filters") : text("shell.filters.some", conditions));
        done.setText(text("find.filter.done", counts.getWords()));
    }
}
