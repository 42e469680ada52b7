package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.tongke.frontend.client.RefusedException;

/** Says what will happen, and to whom, before it does. */
public final class SureDialog extends Dialog {
    private final Div words = new Div();

    /**
     * @param title what is done
     * @param yes the word on the button
     * @param act does it; what it is refused for is said below
     */
    public SureDialog(String title, String yes, Runnable act) {
        setHeaderTitle(title);
        setWidth("min(34rem, calc(100vw - 2rem))");
        var problems = new FormProblems();
        words.addClassName("tkf-stack");
        var body = new Div(words, problems);
        body.addClassNames("tkf-page", "tkf-stack");
        add(body);
        var button = new Button(yes);
        button.addThemeName("primary");
        Taps.act(button, () -> {
            problems.clear();
            try {
                act.run();
                close();
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("shell.cancel"), click -> close()), button);
    }

    /** One more sentence of what it means. */
    public SureDialog saying(String sentence) {
        words.add(new Paragraph(sentence));
        return this;
    }
}
