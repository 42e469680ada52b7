package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;

/** A page instead of the one that was asked for: what happened, why, what to do. */
abstract class TroublePage extends Page {

    final void say(String titleKey, String why, Component... next) {
        title(text(titleKey));
        getElement().setAttribute("data-trouble", titleKey);
        var ways = new Row(next);
        add(new Paragraph(why), ways);
    }

    static Component home() {
        var path = SignedIn.current()
                .map(person -> person.account().getStartPath())
                .orElse("/");
        return Links.button(Links.out(path, text("shell.home")));
    }

    static Component retry() {
        var button = new Button(
                text("shell.retry"),
                click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().reload()));
        button.addThemeName("primary");
        return button;
    }
}
