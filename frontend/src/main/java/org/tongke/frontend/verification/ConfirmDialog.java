package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.IntConsumer;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.ProgressFact;

/** Asks how many attended a lesson that was reported late, and says what confirming it means. */
final class ConfirmDialog extends Dialog {
    private final TextField attended = new TextField(text("verification.confirm.attended"));

    /** @param confirm called with how many attended */
    ConfirmDialog(ProgressFact lesson, IntConsumer confirm) {
        setHeaderTitle(lesson.getLabel());
        setWidth("min(26rem, calc(100vw - 1rem))");
        attended.setAllowedCharPattern("[0-9]");
        attended.setMaxLength(5);
        attended.setWidthFull();
        attended.getElement().setAttribute("inputmode", "numeric");
        var yes = new Button(text("verification.confirm"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            try {
                confirm.accept(Integer.parseInt(attended.getValue()));
                close();
            } catch (NumberFormatException none) {
                say(text("verification.confirm.number"));
            } catch (RefusedException refused) {
                say(refused.words());
            }
        });
        add(new Paragraph(text("verification.confirm.means")), attended);
        getFooter().add(new Button(text("verification.close"), click -> close()), yes);
    }

    private void say(String words) {
        attended.setErrorMessage(words);
        attended.setInvalid(true);
        attended.focus();
    }
}
