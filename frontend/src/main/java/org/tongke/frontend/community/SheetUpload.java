package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.tongke.frontend.component.SheetFile;
import org.tongke.frontend.component.Taps;

/** Takes the form of annex 4: as a file, or pasted from a program for tables. */
final class SheetUpload extends Section {
    /** @param look called with what was handed in */
    SheetUpload(String rosterId, Consumer<GivenTable> look) {
        addClassName("tkf-stack");
        var why = new Paragraph(text("roster.upload.why"));
        why.addClassName("tkf-soft");
        var both = new Div(
                new SheetFile(content -> look.accept(GivenTable.ofFile(rosterId, content))), paste(rosterId, look));
        both.addClassName("tkf-given");
        add(new H2(text("roster.upload")), why, both);
    }

    private static Div paste(String rosterId, Consumer<GivenTable> look) {
        var area = new TextArea(text("roster.paste"));
        area.setWidthFull();
        area.setMaxHeight("10rem");
        area.setPlaceholder(text("roster.paste.hint"));
        var button = new Button(text("roster.look"));
        Taps.act(button, () -> {
            if (area.getValue().isBlank()) {
                area.focus();
            } else {
                look.accept(GivenTable.ofText(rosterId, area.getValue()));
            }
        });
        return new Div(area, button);
    }
}
