package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page: its title in the head and in the browser's tab, one line below it, and whatever the screen puts under that. */
public abstract class Page extends Composite<Div> implements HasDynamicTitle {
    private final H1 title = new H1();
    private final Paragraph line = new Paragraph();
    private final Div above = new Div();
    private final Header head = new Header(above, title, line);
    private final Div body = new Div();

    @Override
    protected final Div initContent() {
        title.getElement().setAttribute("tabindex", "-1");
        head.addClassName("tkf-head");
        line.setVisible(!line.getText().isEmpty());
        body.addClassName("tkf-body");
        return new Div(head, body);
    }

    /** Puts something at the end of the page. */
    protected final void add(Component... components) {
        body.add(components);
    }

    /** Takes away everything under the head. */
    protected final void clear() {
        body.removeAll();
    }

    /** Sets the title of the page. */
    protected final void title(String words) {
        title.setText(words);
    }

    /** Sets the line under the title; nothing hides it. */
    protected final void line(String words) {
        line.setText(words);
        line.setVisible(!words.isEmpty());
    }

    /** Puts something above the title, as a way back; it takes the place of what was there. */
    protected final void above(Component way) {
        above.removeAll();
        above.add(way);
    }

    @Override
    public final String getPageTitle() {
        return title.getText() + " · " + text("pocket.name");
    }
}
