package org.tongke.frontend.component;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;
import org.tongke.frontend.contract.types.PageInfo;

/** The way to a list's next page, where there is one. */
public final class More {
    private More() {}

    /**
     * Puts a button below a page of a list.
     *
     * @param place stands below the list, and is emptied by whoever shows the next page
     * @param page what is told of the page that was shown last
     * @param next shows the page after a cursor; taps while it works are not heard
     */
    public static void below(HasComponents place, PageInfo page, Consumer<String> next) {
        if (page.getHasNextPage()) {
            var more = new Button(Texts.text("shell.more"));
            Taps.act(more, () -> next.accept(page.getEndCursor()));
            place.add(more);
        }
    }
}
