package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;

/** Says what an act means before it is done; why it is refused is said in the same place. */
final class AskDialog extends Dialog {
    private final Paragraph problem = new Paragraph();

    AskDialog(String title, String means, String verb, Runnable act) {
        setHeaderTitle(title);
        problem.addClassName("tkf-lacking");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(means), problem);
        var yes = new Button(verb);
        yes.addThemeNames("primary", "error");
        Taps.act(yes, () -> {
            try {
                act.run();
                close();
            } catch (RefusedException refused) {
                problem.setText(refused.words());
            }
        });
        getFooter().add(new Button(text("access.account.cancel"), click -> close()), yes);
        setMaxWidth("min(34rem, calc(100vw - 2rem))");
    }
}
