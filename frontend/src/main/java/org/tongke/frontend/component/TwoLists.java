package org.tongke.frontend.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.function.Consumer;

/** Of two lists at one address the one that is shown: the usual one, or the other, which stands in the address as in {@code ?show=done}. */
public final class TwoLists extends Div {
    private static final String SHOW = "show";

    private final String path;
    private final String code;
    private final Words words;
    private final Consumer<Boolean> show;

    /**
     * What the choice says.
     *
     * @param name of the choice
     * @param usual of the usual list
     * @param other of the other one
     */
    public record Words(String name, String usual, String other) {}

    /**
     * @param path of the page, without a slash before it
     * @param code of the other list in the address
     * @param show called with whether the other list is to be shown
     */
    public TwoLists(String path, String code, Words words, Consumer<Boolean> show) {
        this.path = path;
        this.code = code;
        this.words = words;
        this.show = show;
    }

    /** Shows what the address says. */
    public void enter(BeforeEnterEvent event) {
        var other = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .filter(code::equals)
                .isPresent();
        removeAll();
        add(new Choice(words.name)
                .value(false, words.usual, null, !other, this::turn)
                .value(true, words.other, null, other, this::turn));
        show.accept(other);
    }

    private void turn(boolean toOther) {
        var query = toOther ? QueryParameters.simple(Map.of(SHOW, code)) : QueryParameters.empty();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(path, query)));
        show.accept(toOther);
    }
}
