package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.tongke.frontend.client.RefusedException;

/** Says what an act means, and asks why. */
public final class ReasonDialog extends Dialog {
    private static final int LONGEST = 500;

    private final TextArea reason = new TextArea(text("shell.reason"));

    /**
     * @param title what is done
     * @param means what that means, and for whom
     * @param yes the word on the button
     * @param act called with the reason; what it is refused for is said at the reason
     */
    public ReasonDialog(String title, String means, String yes, Consumer<String> act) {
        setHeaderTitle(title);
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        add(new Paragraph(means), reason);
        var button = new Button(yes);
        button.addThemeName("primary");
        Taps.act(button, () -> {
            try {
                act.accept(reason.getValue());
                close();
            } catch (RefusedException refused) {
                reason.setErrorMessage(refused.words());
                reason.setInvalid(true);
                reason.focus();
            }
        });
        getFooter().add(new Button(text("shell.cancel"), click -> close()), button);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    /** The same where nobody needs to say why. */
    public ReasonDialog optional() {
        reason.setLabel(text("shell.reason.optional"));
        reason.setRequiredIndicatorVisible(false);
        return this;
    }
}
