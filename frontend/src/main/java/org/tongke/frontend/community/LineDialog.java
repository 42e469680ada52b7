package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Taps;

/** A planned community as it is entered by hand; what it would do is shown before it is taken. */
final class LineDialog extends Dialog {
    private String mode;

    LineDialog(RosterText.Line line, Consumer<RosterText.Line> look) {
        mode = line.mode();
        setHeaderTitle(text("roster.row"));
        var core = new TextField(text("roster.core"));
        core.setValue(line.core());
        core.setWidthFull();
        var members = new TextArea(text("roster.members.lines"));
        members.setValue(line.members());
        members.setWidthFull();
        var modes = new Choice(text("roster.mode"))
                .value("融合型", text("community.mode.merged"), null, mode.equals("融合型"), one -> mode = one)
                .value("共建型", text("community.mode.co_built"), null, mode.equals("共建型"), one -> mode = one);
        add(core, members, modes);
        var yes = new Button(text("roster.look"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            close();
            look.accept(new RosterText.Line(core.getValue(), members.getValue(), mode));
        });
        getFooter().add(new Button(text("roster.cancel"), click -> close()), yes);
        setWidth("min(36rem, calc(100vw - 2rem))");
    }
}
